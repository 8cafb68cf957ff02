// Unit tests: the heights of a drawing when strips of it are folded away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { movePath, withoutStrips } from '../../../src/components/flow-chart/fold-heights.ts';

test('what is above a strip stays, what is below moves up by it, what is in it falls on its top', () => {
  const move = withoutStrips([{ top: 100, bottom: 160 }]);
  assert.deepEqual([0, 100, 130, 160, 200].map(move), [0, 100, 100, 100, 140]);
});

test('two strips add up', () => {
  const move = withoutStrips([
    { top: 100, bottom: 160 },
    { top: 300, bottom: 350 },
  ]);
  assert.deepEqual([200, 320, 400].map(move), [140, 240, 290]);
});

test('no strip moves nothing', () => {
  assert.equal(withoutStrips([])(17), 17);
});

test('a path of straight lines keeps its widths and moves its heights', () => {
  const up = withoutStrips([{ top: 50, bottom: 70 }]);
  assert.equal(movePath('M174 36V62', up), 'M174 36V50');
  assert.equal(movePath('M10 0L20 100H30', up), 'M10 0L20 80H30');
});

test('relative commands and rounded corners come out absolute and moved', () => {
  const up = withoutStrips([{ top: 0, bottom: 10 }]);
  assert.equal(
    movePath('M36 638H27q-5 0-5-5V537q0-5 5-5H36', up),
    'M36 628H27Q22 628 22 623V527Q22 522 27 522H36',
  );
  assert.equal(movePath('m5 20l10 5v-3h2z', up), 'M5 10L15 15V12H17Z');
});

test('numbers run together, further pairs and arcs are read as SVG reads them', () => {
  const up = withoutStrips([{ top: 0, bottom: 10 }]);
  assert.equal(movePath('M86 439a3.2 3.2 0 1 0-.1 0z', up), 'M86 429A3.2 3.2 0 1 0 85.9 429Z');
  assert.equal(movePath('M0 20 10 30-5 40', up), 'M0 10L10 20L-5 30');
});

test('closing a path goes back to where it began', () => {
  const same = (y: number): number => y;
  assert.equal(movePath('M1 2h3v4zm1 1h1', same), 'M1 2H4V6ZM2 3H3');
});

test('what is no path is refused', () => {
  assert.throws(() => movePath('M1 2X3', (y) => y), /no path/);
  assert.throws(() => movePath('M1', (y) => y), /no path/);
});
