// Hostile labels → source, parser and drawings: each label comes out as typed, and nothing else does.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { JSDOM } from 'jsdom';
import { assertSameGraph } from '../../../src/chart/compare-graph.ts';
import { cleanText } from '../../../src/chart/escape.ts';
import { lanesDrawing } from '../../../src/chart/lanes.ts';
import { mermaidSource } from '../../../src/chart/mermaid-source.ts';
import { paintFile } from '../../../src/chart/paint-file.ts';
import { paintDrawing } from '../../../src/chart/paint.ts';
import { parseMermaid } from '../../../src/chart/parse-mermaid.ts';
import { procedureGraph, type ProcedureGraph } from '../../../src/chart/procedure-graph.ts';
import { spineDrawing } from '../../../src/chart/spine.ts';
import { procedureOf } from './chart-case.ts';
import { hostileLabels } from './hostile-labels.ts';

const { window } = new JSDOM('');
/** Everything that a drawing may consist of. */
const ELEMENTS = new Set('svg title desc defs marker path g a rect text tspan use'.split(' '));
const ATTRIBUTES =
  /^(class|d|x|y|dy|rx|width|height|viewBox|id|href|role|aria-[a-z]+|data-[a-z]+|marker-end|markerWidth|markerHeight|refX|refY|orient|text-anchor|xmlns|transform|fill|stroke|stroke-[a-z]+|font-[a-z]+)$/;

/** The label as a step's text, a title, a condition and an actor's title at once. */
function hostileChart(label: string): ProcedureGraph {
  const procedure = procedureOf(['ขั้นแรก', label, 'ขั้นท้าย'], { title: label });
  const [first, second, third] = procedure.steps;
  assert.ok(first && second && third);
  return procedureGraph(
    {
      ...procedure,
      steps: [
        { ...first, actor: 'a', to: ['b'] },
        {
          ...second,
          actor: 'b',
          kind: 'decision',
          next: [
            { to: 's1', when: label },
            { to: 's3', when: 'ผ่าน' },
          ],
        },
        { ...third, substeps: [{ id: 'sub', text: label }] },
      ],
    },
    {
      actors: [
        { id: 'a', title: label, spellings: [] },
        { id: 'b', title: 'ผู้ตรวจ', spellings: [] },
      ],
    },
  );
}

suite('hostile labels', () => {
  test('there are at least 30 of them', () => {
    assert.ok(hostileLabels.length >= 30);
  });

  for (const label of hostileLabels) {
    const name = cleanText(label).slice(0, 30);

    test(`Mermaid reads back what was typed: ${name}`, async () => {
      const { graph } = hostileChart(label);
      assertSameGraph(graph, await parseMermaid(mermaidSource(graph)));
    });

    test(`the drawings show what was typed, and nothing of it is markup: ${name}`, () => {
      const chart = hostileChart(label);
      const drawings = [spineDrawing(chart), lanesDrawing(chart)].filter(
        (made) => made !== undefined,
      );
      assert.equal(drawings.length, 2);
      for (const drawing of drawings) {
        const svg = xml(paintDrawing(drawing, 'test'));
        const node = [...svg.querySelectorAll('a.fc-n')].find(
          (element) => element.getAttribute('data-step') === 's2',
        );
        const shown = node?.querySelector('text:not(.fc-no, .fc-actor, .fc-to)');
        assert.equal(bare(shown?.textContent), bare(cleanText(label)));
        const spoken = node?.getAttribute('aria-label') ?? node?.textContent;
        assert.ok(spoken?.startsWith(`2 ${cleanText(label)}`.trimEnd()), spoken);
        assert.equal(svg.querySelector('title')?.textContent, `ผังงาน ${cleanText(label)}`.trim());
        assert.equal(
          svg.querySelector('[data-from="s2"][data-to="s1"]')?.getAttribute('data-when'),
          cleanText(label),
        );
      }
    });

    test(`the file is well-formed and holds it: ${name}`, () => {
      const svg = xml(paintFile(spineDrawing(hostileChart(label))));
      const titles = [...svg.querySelectorAll('g > title')].map(({ textContent }) => textContent);
      assert.ok(titles.some((title) => title.includes(cleanText(label))));
    });
  }
});

/** Parsed as XML, every element and attribute one of those that a drawing is made of. */
function xml(text: string): Element {
  const document = new window.DOMParser().parseFromString(text, 'application/xml');
  assert.equal(document.querySelector('parsererror'), null, text.slice(0, 200));
  for (const element of document.querySelectorAll('*')) {
    assert.ok(ELEMENTS.has(element.localName), element.localName);
    for (const { name, value } of element.attributes) {
      assert.match(name, ATTRIBUTES);
      if (name === 'href') assert.match(value, /^#(step-|[tl]\d)/);
    }
  }
  return document.documentElement;
}

/** Lines are joined without the space that a break stands for. */
function bare(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}
