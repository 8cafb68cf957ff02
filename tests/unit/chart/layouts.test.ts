// Each case of tests/fixtures/chart: steps → Mermaid source → drawings, compared with what was looked at and kept.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Drawing } from '../../../src/chart/drawing.ts';
import { lanesDrawing } from '../../../src/chart/lanes.ts';
import { mermaidSource } from '../../../src/chart/mermaid-source.ts';
import { paintFile } from '../../../src/chart/paint-file.ts';
import { paintDrawing } from '../../../src/chart/paint.ts';
import { procedureGraph } from '../../../src/chart/procedure-graph.ts';
import { spineDrawing } from '../../../src/chart/spine.ts';
import { textWidth } from '../../../src/chart/fonts.ts';
import { chartCases, drawingInWords } from './chart-case.ts';

const cases = chartCases();

suite('charts by case', () => {
  test('every layout case has a folder', () => {
    const wanted = [
      'across', 'inferred', 'line', 'long-labels', 'loop-back', 'nested', 'one-decision', 'single',
      'sixty', 'skip', 'substeps', 'three-actors', 'two-actors', 'two-decisions',
    ]; // prettier-ignore
    assert.deepEqual(
      cases.map(({ name }) => name),
      wanted,
    );
  });

  for (const { name, procedure, office, expected } of cases) {
    const chart = procedureGraph(procedure, office);
    const spine = spineDrawing(chart);
    const lanes = lanesDrawing(chart);

    test(`${name}: the Mermaid source is the one that was kept`, () => {
      assert.equal(mermaidSource(chart.graph), expected('mmd'));
    });
    test(`${name}: the narrow drawing is the one that was kept`, () => {
      assert.equal(drawingInWords(spine), expected('spine.txt'));
    });
    test(`${name}: the wide drawing is the one that was kept, or there is none`, () => {
      assert.equal(lanes && drawingInWords(lanes), expected('lanes.txt'));
    });
    test(`${name}: the same input gives the same bytes twice`, () => {
      const again = spineDrawing(procedureGraph(procedure, office));
      assert.equal(paintDrawing(again, name), paintDrawing(spine, name));
      assert.equal(paintFile(again), paintFile(spine));
    });
    test(`${name}: nothing lies outside of the drawing, over another thing or too near to it`, () => {
      for (const drawing of [spine, ...(lanes ? [lanes] : [])]) {
        assertInside(drawing);
        assertApart(drawing);
      }
    });
    test(`${name}: every line of text fits its box`, () => {
      for (const { nodes } of [spine, ...(lanes ? [lanes] : [])]) {
        for (const node of nodes) {
          for (const line of node.text.lines) {
            const right =
              node.text.anchor === 'start'
                ? node.text.x + textWidth(line.trimEnd(), 16)
                : node.text.x + textWidth(line.trimEnd(), 16) / 2;
            assert.ok(right <= node.x + node.width - 4, `${node.id}: ${line}`);
          }
        }
      }
    });
  }

  test('lanes are at least 230 px wide, and the lane without an actor is the first', () => {
    for (const { procedure, office } of cases) {
      const lanes = lanesDrawing(procedureGraph(procedure, office))?.lanes ?? [];
      for (const [i, lane] of lanes.entries()) {
        assert.ok(lane.width >= 230, procedure.id);
        if (i > 0) assert.equal(lane.unnamed, false);
      }
    }
  });
});

function assertInside({ width, height, nodes, frames, edges, recipients }: Drawing): void {
  for (const box of [...nodes, ...frames, ...recipients]) {
    assert.ok(box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
    assert.ok(box.y >= 0 && box.y + box.height <= height, JSON.stringify(box));
  }
  for (const { points, label } of edges) {
    for (const [x, y] of points) assert.ok(x >= 0 && x <= width && y >= 0 && y <= height);
    if (label) assert.ok(label.x >= 0 && label.x + label.width <= width, label.when);
  }
}

function assertApart({ nodes, edges }: Drawing): void {
  const labels = edges.flatMap(({ label }) => label ?? []);
  const boxes = [...nodes, ...labels];
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => {
      const apart =
        a.x + a.width <= b.x ||
        b.x + b.width <= a.x ||
        a.y + a.height <= b.y ||
        b.y + b.height <= a.y;
      assert.ok(apart, `${JSON.stringify(a)}\n${JSON.stringify(b)}`);
    }),
  );
}
