// How large drawings are: deterministic, so a limit is a test.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { paintDrawing } from '../../../src/chart/paint.ts';
import { procedureGraph } from '../../../src/chart/procedure-graph.ts';
import { spineDrawing } from '../../../src/chart/spine.ts';
import { chartCase, procedureOf } from './chart-case.ts';
import { officeLibrary } from './office-library.ts';

const KB = 1024;

suite('sizes of drawings', () => {
  test('ten steps take at most 8 KB, 2 KB compressed', () => {
    const { procedure } = chartCase('sixty');
    const ten = { ...procedure, steps: procedure.steps.slice(0, 10) };
    const svg = paintDrawing(spineDrawing(procedureGraph(ten, { actors: [] })), 'ten');
    assert.ok(Buffer.byteLength(svg) <= 8 * KB, String(Buffer.byteLength(svg)));
    assert.ok(gzipSync(svg).length <= 2 * KB, String(gzipSync(svg).length));
  });
  test('ten nodes with substeps, documents and recipients take at most 8 KB, 2 KB compressed', () => {
    const { procedure, office } = chartCase('substeps');
    const svg = paintDrawing(spineDrawing(procedureGraph(procedure, office)), 'ten');
    assert.ok(Buffer.byteLength(svg) <= 8 * KB, String(Buffer.byteLength(svg)));
    assert.ok(gzipSync(svg).length <= 2 * KB, String(gzipSync(svg).length));
  });
  test('a procedure of the manuals takes at most 8 KB, 2 KB compressed, for each ten steps of it', () => {
    const library = officeLibrary();
    for (const procedure of library.procedures) {
      const chart = procedureGraph(procedure, library.manual(procedure.manual).office);
      const svg = paintDrawing(spineDrawing(chart), procedure.id);
      const tens = Math.max(1, chart.facts.size / 10);
      assert.ok(Buffer.byteLength(svg) <= 8 * KB * tens, `${procedure.id} ${String(svg.length)}`);
      const packed = gzipSync(svg).length;
      assert.ok(packed <= 2 * KB * tens, `${procedure.id} ${String(packed)}`);
    }
  });
  test('a hundred steps take ten times what ten take: nothing grows faster than the steps', () => {
    const drawn = (count: number): number =>
      Buffer.byteLength(
        paintDrawing(
          spineDrawing(
            procedureGraph(procedureOf(Array.from({ length: count }, () => 'ลงทะเบียนรับเรื่อง')), {
              actors: [],
            }),
          ),
          'x',
        ),
      );
    assert.ok(drawn(100) < 11 * drawn(10));
  });
});
