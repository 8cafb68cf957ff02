// A drawing higher than a sheet → columns cut between steps.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { COLUMN_HEIGHT, columnsOf } from '../../../src/chart/columns.ts';
import { paintColumns, paintDrawing } from '../../../src/chart/paint.ts';
import { procedureGraph } from '../../../src/chart/procedure-graph.ts';
import { spineDrawing } from '../../../src/chart/spine.ts';
import { chartCase, chartCases } from './chart-case.ts';

suite('columns on paper', () => {
  test('what fits stays whole', () => {
    assert.deepEqual(columnsOf({ height: 800, cuts: [100, 700] }), [{ from: 0, to: 800 }]);
  });
  test('what does not is cut at the last place that fits', () => {
    assert.deepEqual(columnsOf({ height: 1000, cuts: [100, 700, 950] }), [
      { from: 0, to: 700 },
      { from: 700, to: 1000 },
    ]);
  });
  test('two columns are about equally high, not one full and one with a single step', () => {
    assert.deepEqual(columnsOf({ height: 1000, cuts: [100, 300, 500, 700, 880] }), [
      { from: 0, to: 500 },
      { from: 500, to: 1000 },
    ]);
  });
  test('a step higher than a column stays whole', () => {
    assert.deepEqual(columnsOf({ height: 2000, cuts: [100, 1900] }), [
      { from: 0, to: 100 },
      { from: 100, to: 1900 },
      { from: 1900, to: 2000 },
    ]);
  });
  test('sixty steps are cut between steps, and nothing is lost', () => {
    const { procedure, office } = chartCase('sixty');
    const drawing = spineDrawing(procedureGraph(procedure, office));
    const columns = columnsOf(drawing);
    assert.ok(columns.length > 3);
    assert.equal(columns.at(-1)?.to, drawing.height);
    for (const [i, { from, to }] of columns.entries()) {
      assert.equal(from, columns[i - 1]?.to ?? 0);
      assert.ok(to - from <= COLUMN_HEIGHT);
    }
  });
  test('no cut goes through a box or a condition', () => {
    for (const { procedure, office, name } of chartCases()) {
      const { nodes, edges, frames, cuts } = spineDrawing(procedureGraph(procedure, office));
      const whole = [
        ...nodes,
        ...frames.map(({ header }) => header),
        ...edges.flatMap(({ label }) => label ?? []),
      ];
      for (const cut of cuts)
        for (const { y, height } of whole) assert.ok(cut <= y || cut >= y + height, name);
    }
  });
  test('the columns are pieces of the drawing on the page', () => {
    const { procedure, office } = chartCase('sixty');
    const drawing = spineDrawing(procedureGraph(procedure, office));
    assert.match(paintDrawing(drawing, 'x'), /<g class="fc" id="fc-x-spine-all">/);
    assert.match(
      paintColumns(drawing, 'x'),
      /^(<svg class="fc fc-part"[^>]*><use href="#fc-x-spine-all"\/><\/svg>)+$/,
    );
  });
});
