// Mermaid source → graph, or an error that its author understands.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ChartError } from '../../../src/chart/chart-error.ts';
import { assertSameGraph, graphDifferences } from '../../../src/chart/compare-graph.ts';
import type { Graph } from '../../../src/chart/graph.ts';
import { mermaidSource } from '../../../src/chart/mermaid-source.ts';
import { parseMermaid } from '../../../src/chart/parse-mermaid.ts';
import { procedureGraph } from '../../../src/chart/procedure-graph.ts';
import { chartCases } from './chart-case.ts';
import { FIXTURE_OFFICE, officeLibrary } from './office-library.ts';

async function refused(source: string): Promise<ChartError> {
  try {
    await parseMermaid(source);
  } catch (error) {
    assert.ok(error instanceof ChartError, String(error));
    return error;
  }
  throw new Error(`not refused: ${source}`);
}

suite('Mermaid’s parser', () => {
  for (const { name, procedure, office } of chartCases()) {
    test(`${name}: what is read back is what the steps say`, async () => {
      const { graph } = procedureGraph(procedure, office);
      assert.deepEqual(graphDifferences(graph, await parseMermaid(mermaidSource(graph))), []);
    });
  }

  for (const office of [undefined, FIXTURE_OFFICE]) {
    test(`every procedure of ${office ?? 'the five manuals'} reads back as it is`, async () => {
      const library = officeLibrary(office);
      assert.ok(library.procedures.length > 10);
      for (const procedure of library.procedures) {
        const { graph } = procedureGraph(procedure, library.manual(procedure.manual).office);
        assert.deepEqual(graphDifferences(graph, await parseMermaid(mermaidSource(graph))), []);
      }
    });
  }

  test('parses at once do not mix up their titles', async () => {
    const sources = ['ก', 'ข', 'ค'].map(
      (title) => `flowchart TD\n  accTitle: ${title}\n  a --> b\n`,
    );
    const read = await Promise.all(sources.map(parseMermaid));
    assert.deepEqual(
      read.map(({ title }) => title),
      ['ก', 'ข', 'ค'],
    );
  });
  test('no window is left behind that would make other modules think they run in a browser', async () => {
    await parseMermaid('flowchart TD\n a --> b');
    assert.equal('window' in globalThis, false);
    assert.equal('document' in globalThis, false);
  });
  test('a hand-written flow chart keeps shapes, subgraphs, links and strokes', async () => {
    const graph = await parseMermaid(
      'flowchart LR\n a([เริ่ม]) -.->|ถ้า| b{ไหม}\n subgraph g [กรอบ]\n  b ==> c[["ก<br/>ข"]]\n end\n click a href "/x/"\n c --- a',
    );
    assert.deepEqual(graph.nodes, [
      { id: 'a', shape: 'stadium', label: 'เริ่ม', classes: [], href: '/x/' },
      { id: 'b', shape: 'diamond', label: 'ไหม', classes: [] },
      { id: 'c', shape: 'subroutine', label: 'ก\nข', classes: [] },
    ]);
    assert.deepEqual(graph.groups, [{ id: 'g', label: 'กรอบ', classes: [], members: ['b', 'c'] }]);
    assert.deepEqual(
      graph.edges.map(({ stroke, arrow, label }) => [stroke, arrow, label]),
      [
        ['dotted', true, 'ถ้า'],
        ['thick', true, ''],
        ['normal', false, ''],
      ],
    );
  });

  test('more edges than Mermaid allows by itself are read', async () => {
    const lines = Array.from({ length: 600 }, (_, i) => `n${String(i)} --> n${String(i + 1)}`);
    const { edges } = await parseMermaid(['flowchart TB', ...lines].join('\n'));
    assert.equal(edges.length, 600);
  });
  test('another diagram type is refused by name', async () => {
    const { message } = await refused('sequenceDiagram\n  ก->>ข: สวัสดี');
    assert.equal(
      message,
      'ผัง Mermaid ชนิดนี้ยังวาดไม่ได้ — พบว่าเป็นผังชนิด sequence — แก้โดยเขียนเป็น flowchart ซึ่งเป็นชนิดเดียวที่เว็บไซต์นี้วาด',
    );
  });
  test('a source that is no diagram at all is refused', async () => {
    assert.match((await refused('สวัสดี')).message, /ชนิดที่ไม่รู้จัก/);
  });
  test('a slip is reported with its line in the file', async () => {
    const error = await refused('flowchart TD\n  a --> b\n  b --> c[ปิดไม่ครบ\n  c --> d\n');
    assert.match(
      error.toLine('a.mdx', 11),
      /^a\.mdx:1[45] mermaid — อ่านผัง Mermaid ไม่ได้ — พบว่า.+ — แก้โดย/,
    );
  });
  for (const [what, source] of [
    ['style', 'flowchart TD\n a --> b\n style a fill:#f00'],
    ['linkStyle', 'flowchart TD\n a --> b\n linkStyle 0 stroke:#f00'],
    ['classDef', 'flowchart TD\n a --> b\n classDef x fill:#f00'],
  ] as const) {
    test(`${what} is refused: colours are the site's`, async () => {
      assert.match((await refused(source)).message, /ผังกำหนดสีหรือภาพเอง/);
    });
  }
  for (const [where, source, tag] of [
    ['a label', 'flowchart TD\n a["ก <b>ข</b>"]', '<b>'],
    ['a label, a script', 'flowchart TD\n a["ก <script>ข()</script>"]', '<script>'],
    ['a condition', 'flowchart TD\n a -->|"<img src=x onerror=ก>"| b', '<img src=x onerror=ก>'],
    ['a frame', 'flowchart TD\n subgraph g ["<style>ก</style>"]\n a --> b\n end', '<style>'],
  ] as const) {
    test(`HTML in ${where} is refused: the drawing would show it as words`, async () => {
      const { message } = await refused(source);
      assert.ok(message.includes(`แท็ก HTML — พบว่า${tag}`), message);
    });
  }
  test('a title and a description are read as typed', async () => {
    const typed = '<b>ก</b> & &lt; "ข"';
    const source = `flowchart TD\n accTitle: ${typed}\n accDescr: ${typed}\n a --> b`;
    const { title, description } = await parseMermaid(source);
    assert.deepEqual([title, description], ['<b>ก</b> & < "ข"', '<b>ก</b> & < "ข"']);
  });
});

suite('what was read against what was meant', () => {
  const graph: Graph = {
    direction: 'TB',
    title: 'ก',
    description: 'ข',
    nodes: [
      { id: 'a', shape: 'square', label: 'หนึ่ง', classes: ['actor-x'] },
      { id: 'b', shape: 'diamond', label: 'สอง', classes: [] },
    ],
    edges: [{ from: 'a', to: 'b', label: 'ถ้า', stroke: 'normal', arrow: true }],
    groups: [{ id: 'g', label: 'กรอบ', classes: [], members: ['a'] }],
  };
  const [a, b] = graph.nodes;
  const [edge] = graph.edges;
  assert.ok(a && b && edge);
  const changed: [string, Graph][] = [
    ['a title', { ...graph, title: 'อื่น' }],
    ['a missing node', { ...graph, nodes: [a] }],
    ['nodes in another order', { ...graph, nodes: [b, a] }],
    ['a label', { ...graph, nodes: [{ ...a, label: 'อื่น' }, b] }],
    ['a shape', { ...graph, nodes: [{ ...a, shape: 'doc' }, b] }],
    ['a class', { ...graph, nodes: [{ ...a, classes: [] }, b] }],
    ['a link', { ...graph, nodes: [{ ...a, href: '/x/' }, b] }],
    ['an edge that is not there', { ...graph, edges: [] }],
    ['an edge more', { ...graph, edges: [edge, edge] }],
    ['an edge’s condition', { ...graph, edges: [{ ...edge, label: '' }] }],
    ['an edge’s stroke', { ...graph, edges: [{ ...edge, stroke: 'dotted' }] }],
    [
      'a frame’s members',
      { ...graph, groups: [{ id: 'g', label: 'กรอบ', classes: [], members: [] }] },
    ],
    ['a frame that is not there', { ...graph, groups: [] }],
  ];
  for (const [what, read] of changed) {
    test(`${what} is noticed`, () => {
      assert.equal(graphDifferences(graph, read).length, 1);
      assert.throws(() => assertSameGraph(graph, read), ChartError);
    });
  }
  test('the same graph passes', () => {
    assert.deepEqual(graphDifferences(graph, structuredClone(graph)), []);
  });
});
