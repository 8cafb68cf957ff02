// A misspelt word and the valid ones → the nearest, if it is near enough to be meant.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editDistance, nearest } from '../../../src/authoring/nearest.ts';

test('the distance counts letters added, taken away and changed', () => {
  assert.equal(editDistance('title', 'title'), 0);
  assert.equal(editDistance('titel', 'title'), 2);
  assert.equal(editDistance('titl', 'title'), 1);
  assert.equal(editDistance('', 'title'), 5);
  assert.equal(editDistance('kitten', 'sitting'), 3);
});

test('the nearest of several is offered, the first of two that are as near', () => {
  assert.equal(nearest('titel', ['text', 'title', 'steps']), 'title');
  assert.equal(nearest('ab', ['ax', 'bb']), 'ax');
});

test('a word like none of them has no nearest', () => {
  assert.equal(nearest('colour', ['title', 'steps', 'when']), undefined);
  assert.equal(nearest('title', []), undefined);
});

test('two slips are forgiven in a short word, a third of the letters in a long one', () => {
  assert.equal(nearest('xxep', ['step']), 'step');
  assert.equal(nearest('xxxp', ['step']), undefined);
  assert.equal(nearest('completelyxxxxx', ['completelyyyyyy']), 'completelyyyyyy');
  assert.equal(nearest('completexxxxxxx', ['completeyyyyyyy']), undefined);
});

test('the owner before the slash does not make two ids alike', () => {
  assert.equal(
    nearest('loei-1-education-promotion/home', ['loei-1-education-promotion/scope']),
    undefined,
  );
  assert.equal(
    nearest('loei-1-education-promotion/hame', ['loei-1-education-promotion/home']),
    'loei-1-education-promotion/home',
  );
  assert.equal(
    nearest('loei-1-educaton-promotion/home', ['loei-1-education-promotion/home']),
    'loei-1-education-promotion/home',
  );
});
