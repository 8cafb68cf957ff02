// A graph → its form: what Mermaid has read once says of every chart of that form that it is read as it was meant.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { cacheUse } from '../../../src/chart/chart-cache.ts';
import { ChartError } from '../../../src/chart/chart-error.ts';
import { assertReadable, formOf } from '../../../src/chart/chart-form.ts';
import { graphDifferences } from '../../../src/chart/compare-graph.ts';
import type { Graph } from '../../../src/chart/graph.ts';
import { mermaidSource } from '../../../src/chart/mermaid-source.ts';
import { parseMermaid } from '../../../src/chart/parse-mermaid.ts';
import { procedureGraph } from '../../../src/chart/procedure-graph.ts';
import type { Procedure } from '../../../src/model/library.ts';
import { chartCase, chartCases, procedureOf } from './chart-case.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-forms-'));
process.env['KHUMUE_CACHE'] = folder;

/** Words that mean something to Mermaid, and ids that are easily read as two. */
const AWKWARD = [
  'graph flowchart subgraph end direction style class click href call default link accdescr',
  'tb td lr rl bt x o v x-o o-x e1 a-1 end-1 end-end call-x a-end',
].flatMap((ids) => ids.split(' '));

const graphOf = (procedure: Procedure): Graph => procedureGraph(procedure, { actors: [] }).graph;

suite('the form of a chart', () => {
  after(() =>
    process.once('exit', () => {
      rmSync(folder, { recursive: true, force: true });
    }),
  );

  test('other words and other ids make no other form', () => {
    const plain = procedureOf(['ก', 'ข', 'ค']);
    const steps = plain.steps.map((step, i) => ({ ...step, id: `other-${String(i)}` }));
    const other = { ...procedureOf(['"1. end"', '<b>', 'ค; %%']), steps, title: 'อื่น' };
    assert.deepEqual(formOf(graphOf(other)), formOf(graphOf(plain)));
  });
  test('each of the cases has a form of its own', () => {
    const forms = chartCases().map(({ procedure, office }) =>
      mermaidSource(formOf(procedureGraph(procedure, office).graph)),
    );
    assert.ok(forms.length > 5);
    assert.equal(new Set(forms).size, forms.length);
  });
  test('an id is read as one, whatever word it is', async () => {
    const procedure = procedureOf(AWKWARD);
    const steps = procedure.steps.map((step, i) => ({ ...step, id: AWKWARD[i] ?? '' }));
    for (const id of AWKWARD) {
      const [first, ...rest] = steps;
      assert.ok(first);
      const group = { ...first, actor: id, to: [id], substeps: [{ id: `in-${id}`, text: 'ก' }] };
      const graph = graphOf({ ...procedure, steps: [group, ...rest] });
      assert.deepEqual(graphDifferences(graph, await parseMermaid(mermaidSource(graph))), [], id);
    }
  });
  test('a form is read once', async () => {
    const { procedure, office } = chartCase('one-decision');
    const { graph } = procedureGraph(procedure, office);
    const { made } = cacheUse;
    await assertReadable(graph);
    assert.equal(cacheUse.made, made + 1);
    await assertReadable({ ...graph, title: 'อื่น' });
    assert.equal(cacheUse.made, made + 1);
  });
  test('a graph that its source does not say is refused, every time', async () => {
    const graph = graphOf(procedureOf(['ก', 'ข']));
    const members = [graph.nodes[1]?.id ?? ''];
    const twice = { label: 'ก', classes: [], members };
    const wrong = { ...graph, groups: ['g1', 'g2'].map((id) => ({ ...twice, id })) };
    await assert.rejects(assertReadable(wrong), ChartError);
    await assert.rejects(assertReadable(wrong), ChartError);
  });
});
