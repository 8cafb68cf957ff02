// Unit tests: whose steps the lens offers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lensChoices } from '../../../src/components/flow-chart/lens-choices.ts';
import type { Office, Procedure } from '../../../src/model/library.ts';

const office = {
  actors: [
    { id: 'head', title: 'ผู้อำนวยการ' },
    { id: 'officer', title: 'เจ้าหน้าที่' },
  ],
} as unknown as Office;
const choices = (steps: object[]): ReturnType<typeof lensChoices> =>
  lensChoices({ steps } as unknown as Procedure, office);

test('a procedure that states no actor has no lens', () => {
  assert.deepEqual(choices([{ id: 'a' }, { id: 'b', substeps: [{ id: 'c' }] }]), []);
});

test('each actor in order of appearance, then the steps that name none', () => {
  const found = choices([{ id: 'a' }, { id: 'b', actor: 'officer' }, { id: 'c', actor: 'head' }]);
  assert.deepEqual(found, [
    { label: 'เจ้าหน้าที่', steps: ['b'], count: 1 },
    { label: 'ผู้อำนวยการ', steps: ['c'], count: 1 },
    { label: 'ไม่ระบุ', steps: ['a'], count: 1 },
  ]);
});

test('where every step names its actor, nobody unnamed is offered', () => {
  assert.deepEqual(
    choices([{ id: 'a', actor: 'head' }]).map(({ label }) => label),
    ['ผู้อำนวยการ'],
  );
});

test('a step with substeps stays with its own, and is not counted beside them', () => {
  const [officer, none] = choices([
    { id: 'a', substeps: [{ id: 'b', actor: 'officer' }, { id: 'c' }] },
  ]);
  assert.deepEqual(officer, { label: 'เจ้าหน้าที่', steps: ['a', 'b'], count: 1 });
  assert.deepEqual(none, { label: 'ไม่ระบุ', steps: ['a', 'c'], count: 1 });
});

test('a substep that names nobody is part of what its step’s actor does', () => {
  assert.deepEqual(choices([{ id: 'a', actor: 'head', substeps: [{ id: 'b' }, { id: 'c' }] }]), [
    { label: 'ผู้อำนวยการ', steps: ['a', 'b', 'c'], count: 2 },
  ]);
});

test('the counts add up to the steps that are done as such', () => {
  const found = choices([
    { id: 'a' },
    { id: 'b', substeps: [{ id: 'c', actor: 'head' }, { id: 'd' }] },
    { id: 'e', actor: 'officer' },
  ]);
  assert.equal(
    found.reduce((sum, { count }) => sum + count, 0),
    4,
  );
});
