// The public's handout: whose each step is, as far as the source says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handout, type Handout } from '../../../src/components/handout-view.ts';
import { stepViews } from '../../../src/components/step-view.ts';
import { fiveManuals, inventedOffice, type Built } from './offices.ts';

function handoutOf({ library, provenance }: Built, ref: string): Handout {
  const procedure = library.procedure(ref);
  const { office } = library.manual(procedure.manual);
  return handout(stepViews(procedure, office, provenance(procedure.manual)), office);
}
const numbers = (lines: Handout['yours']): string[] => lines.map(({ number }) => number);

test('a step whose actor is of the public is the reader’s, one of another actor the office’s', () => {
  const { publicActors, yours, others, unstated } = handoutOf(
    inventedOffice(),
    'example-services/two-actors',
  );
  assert.deepEqual(publicActors, ['ผู้ปกครอง']);
  assert.deepEqual(new Set(yours.map(({ actor }) => actor)), new Set(['ผู้ปกครอง']));
  assert.ok(others.length > 0 && others.every(({ actor }) => actor !== 'ผู้ปกครอง'));
  assert.deepEqual(unstated, []);
});

test('a step of which the source names no actor is given to nobody', () => {
  const home = handoutOf(fiveManuals(), 'loei-1-education-promotion/home-education');
  assert.deepEqual(numbers(home.yours), ['๒']);
  assert.deepEqual(home.others, []);
  assert.deepEqual(numbers(home.unstated), ['๑', '๓', '๔', '๕', '๖', '๗']);
});
