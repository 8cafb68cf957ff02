// Overview maps and hand-written fences → drawings in which every node leads somewhere.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { graphDifferences } from '../../../src/chart/compare-graph.ts';
import { drawMap, drawSource } from '../../../src/chart/draw-map.ts';
import type { Graph } from '../../../src/chart/graph.ts';
import { manualGraph, orderGraph, strategyGraph } from '../../../src/chart/map-graph.ts';
import { drawFences, fenceFaults } from '../../../src/chart/mermaid-fence.ts';
import { mermaidSource } from '../../../src/chart/mermaid-source.ts';
import { parseMermaid } from '../../../src/chart/parse-mermaid.ts';
import { flatParts, type Manual } from '../../../src/model/library.ts';
import { FIXTURE_OFFICE, officeLibrary } from './office-library.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-maps-'));
process.env['KHUMUE_CACHE'] = folder;
after(() => rmSync(folder, { recursive: true }));

const address = (to: string): string => `/base${to}`;

function strategyGraphs(manual: Manual): Graph[] {
  return flatParts(manual.parts).flatMap((part) =>
    part.type === 'section' && part.section.data.kind === 'strategies'
      ? [strategyGraph(part.section.data, { manual: manual.id, part: part.id }, address)]
      : [],
  );
}

suite('overview maps', () => {
  for (const office of [undefined, FIXTURE_OFFICE]) {
    test(`every map of ${office ?? 'the five manuals'} reads back as it is, is drawn, and each of its nodes is a link`, async () => {
      const library = officeLibrary(office);
      const graphs = library.manuals.flatMap((manual) => [
        ...[manualGraph(manual, address)].filter((graph) => graph !== undefined),
        ...strategyGraphs(manual),
        ...manual.orders.map((order) => orderGraph(order, library, address)),
      ]);
      assert.ok(graphs.length >= 5);
      for (const [i, graph] of graphs.entries()) {
        assert.deepEqual(graphDifferences(graph, await parseMermaid(mermaidSource(graph))), []);
        for (const { id, href } of graph.nodes) assert.match(href ?? '', /^\/base\//, id);
        const { narrow, wide } = await drawMap(graph, `map-${String(i)}`);
        for (const { href = '' } of graph.nodes) {
          assert.ok(narrow.includes(`href="${href}"`) && wide.includes(`href="${href}"`), href);
        }
      }
    });
  }
  test('a link that the source does not state is dotted', () => {
    const library = officeLibrary();
    const graph = manualGraph(library.manual('uttaradit-2-policy-planning'), address);
    const toProcedures = graph?.edges.filter(({ to }) => to.startsWith('procedure-')) ?? [];
    assert.equal(toProcedures.length, 11);
    assert.ok(toProcedures.every(({ stroke }) => stroke === 'dotted'));
  });
  test('strategies hold only what the source nests: 003 has nothing under its strategies', () => {
    const library = officeLibrary();
    const [bare] = strategyGraphs(library.manual('regional-education-strategy'));
    assert.equal(bare?.nodes.length, 1 + 6);
    const [nested] = strategyGraphs(library.manual('chumphon-education-strategy'));
    assert.ok((nested?.nodes.length ?? 0) > 1 + 6);
  });
});

const FENCE =
  '```mermaid\nflowchart TD\n  a([เริ่ม]) --> b{ครบไหม}\n  b -->|ครบ| c[รับ]\n  b -->|ไม่ครบ| a\n```';

suite('flow charts written by hand', () => {
  test('a fence becomes a figure, and the text around it stays', async () => {
    const text = `---\nkind: prose\n---\n\nก่อน\n\n${FENCE}\n\nหลัง\n`;
    const drawn = await drawFences(text, 'part', 'a.mdx');
    assert.match(
      drawn,
      /^---\nkind: prose\n---\n\nก่อน\n\n<figure class="chart chart-map [^>]*set:html=\{".*"\} \/>\n\nหลัง\n$/s,
    );
    assert.equal(drawn.includes('```'), false);
  });
  test('another language’s fence stays as it is', async () => {
    const text = 'ก่อน\n\n```yaml\nmermaid: 1\n```\n';
    assert.equal(await drawFences(text, 'part', 'a.mdx'), text);
  });
  test('a slip is reported with the file and its line', async () => {
    const text = `---\nkind: prose\n---\n\nก่อน\n\n${FENCE.replace('c[รับ]', 'c[รับ')}\n`;
    await assert.rejects(
      drawFences(text, 'part', 'manuals/a.mdx'),
      /^Error: manuals\/a\.mdx:10 mermaid — อ่านผัง Mermaid ไม่ได้/,
    );
  });
  test('the checks tell of every fence that cannot be drawn, in the words of the author', async () => {
    const bad = FENCE.replace('c[รับ]', 'c[รับ');
    const text = `---\nkind: prose\n---\n\n${bad}\n\n${FENCE}\n\n\`\`\`mermaid\npie\n\`\`\`\n`;
    const faults = await fenceFaults([
      { path: 'a.mdx', shown: 'manuals/a.mdx', text },
      { path: 'b.mdx', shown: 'manuals/b.mdx', text: `${FENCE}\n` },
      { path: 'c.yaml', shown: 'c.yaml', text: bad },
      // No MDX: the checks of the text say so.
      { path: 'd.mdx', shown: 'd.mdx', text: `{\n\n${bad}` },
    ]);
    assert.equal(faults.length, 2);
    assert.match(
      faults[0] ?? '',
      /^manuals\/a\.mdx:8 mermaid — อ่านผัง Mermaid ไม่ได้ — พบว่าบรรทัดนี้อ่านไม่ได้ “b -->\|ครบ\| c\[รับ”/,
    );
    assert.match(faults[1] ?? '', /^manuals\/a\.mdx:20 mermaid — ผัง Mermaid ชนิดนี้ยังวาดไม่ได้/);
    assert.doesNotMatch(faults.join(''), /Mermaid แจ้ง|[A-Z]{3,}/);
  });
  test('another diagram type is reported with the fence’s first line', async () => {
    const text = '```mermaid\npie\n  "ก" : 1\n```\n';
    await assert.rejects(
      drawFences(text, 'part', 'a.mdx'),
      /^Error: a\.mdx:2 mermaid — ผัง Mermaid ชนิดนี้ยังวาดไม่ได้/,
    );
  });
  test('frames within frames, edges to frames and circles are drawn', async () => {
    const { narrow, wide } = await drawSource(
      'flowchart TD\n subgraph out [นอก]\n  subgraph in [ใน]\n   a --> b\n  end\n  b --> c\n end\n c --> out\n d --> in\n c --> a',
      'nested',
    );
    for (const svg of [narrow, wide])
      for (const name of ['a', 'b', 'c', 'd']) assert.ok(svg.includes(`>${name}<`));
  });
});
