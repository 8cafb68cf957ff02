// Flow charts on the built pages: the way to a step without a script, size on a phone, true text widths; and Mermaid's own renderer.
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { textWidth } from '../../src/chart/fonts.ts';
import { mermaidSource } from '../../src/chart/mermaid-source.ts';
import { procedureGraph, type ProcedureGraph } from '../../src/chart/procedure-graph.ts';
import { FIXTURE_OFFICE, officeLibrary } from '../unit/chart/office-library.ts';
import { attribute, elements, fileOf, readBuilt, textOf } from './built-site.ts';

const library = officeLibrary(process.env['KHUMUE_OFFICE']);
const charts = library.procedures.map((procedure) => ({
  page: `/manuals/${procedure.ref}/`,
  file: `/manuals/${procedure.ref}`,
  procedure,
  chart: procedureGraph(procedure, library.manual(procedure.manual).office),
}));

test('every procedure has its chart, and every step of the list a node that leads to it', () => {
  expect(charts.length).toBeGreaterThan(0);
  for (const { page, procedure } of charts) {
    const all = elements(readBuilt(page));
    const ids = new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
    const figure = all.find((element) => attribute(element, 'data-chart') === procedure.id);
    expect(figure?.tagName, page).toBe('figure');
    const nodes = all.filter((element) => attribute(element, 'class')?.startsWith('fc-n'));
    const steps = procedure.steps.flatMap((step) => [step, ...(step.substeps ?? [])]);
    for (const { id } of steps) {
      const own = nodes.filter((node) => attribute(node, 'data-step') === id);
      expect(own.length, id).toBeGreaterThan(0);
      for (const node of own) expect(attribute(node, 'href')).toBe(`#step-${id}`);
      expect(ids.has(`step-${id}`), id).toBe(true);
    }
  }
});

test('a node is spoken as it shows: number, words, who does it and whom it goes to', () => {
  for (const { page, chart } of charts) {
    const links = elements(readBuilt(page)).filter((element) =>
      attribute(element, 'class')?.startsWith('fc-n'),
    );
    for (const { step, number, text, actor, to } of chart.facts.values()) {
      const said = [number, text, ...(actor ? [`โดย ${actor.title}`] : [])];
      const whole = [...said, ...to.map(({ title }) => `ถึง ${title}`)].join(' ');
      for (const link of links.filter((one) => attribute(one, 'data-step') === step)) {
        expect(attribute(link, 'aria-label') ?? textOf(link)).toBe(whole);
        // In lanes who does it stands above: what is shown begins what is spoken.
        expect(whole).toContain(`${number} ${text}`);
        expect(textOf(link)).toContain(`${number} ${text}`);
      }
    }
  }
});

test('the same chart stands beside the page as Mermaid source and as an SVG file', async ({
  page,
}) => {
  for (const { file, chart } of charts) {
    expect(readBuilt(`${file}.mmd`)).toBe(mermaidSource(chart.graph));
    expect(fileOf(`${file}.svg`), file).toBeDefined();
  }
  // As a picture nothing of the page reaches it: what is seen is its own.
  await page.goto('./');
  const [first] = charts;
  const size = await page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    },
    `.${first?.file ?? ''}.svg`,
  );
  expect(Math.min(...size)).toBeGreaterThan(100);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test('a node leads to its step', async ({ page }) => {
    const { page: address, procedure } = chartWith(3);
    await page.goto(`.${address}`);
    const step = procedure.steps[2]?.id ?? '';
    await page.locator(`.fc-spine a[data-step="${step}"]`).click();
    expect(new URL(page.url()).hash).toBe(`#step-${step}`);
    await expect(page.locator(`#step-${step}`)).toBeInViewport();
  });
});

test('on a phone a chart is as large as it was drawn, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const { page: address } of charts) {
    await page.goto(`.${address}`);
    const found = await page.evaluate(() => {
      const svg = document.querySelector<SVGSVGElement>('.chart > .fc-spine');
      return {
        scale: (svg?.getBoundingClientRect().width ?? 0) / (svg?.viewBox.baseVal.width ?? 1),
        size: svg && getComputedStyle(svg.querySelector('a text:not([class])') ?? svg).fontSize,
        over: document.documentElement.scrollWidth - innerWidth,
      };
    });
    expect(found, address).toEqual({ scale: 1, size: '16px', over: 0 });
  }
});

test('a line of text is as wide in the browser as it was measured at build', async ({ page }) => {
  for (const { page: address } of charts) {
    await page.goto(`.${address}`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const lines = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('.fc-spine a > text:not([class])')].flatMap(
        (text) =>
          [...text.childNodes].map((node) => {
            // The space at which a line was broken stays at its end and is not seen.
            const line = (node.textContent ?? '').trimEnd();
            // The first line is the text's own, the others are spans.
            const owner = node instanceof SVGTSpanElement ? node : text;
            return { line, width: owner.getSubStringLength(0, line.length) };
          }),
      ),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const { line, width } of lines)
      expect(Math.abs(width - textWidth(line, 16)), `${address} ${line}`).toBeLessThan(0.5);
  }
});

for (const office of [undefined, FIXTURE_OFFICE]) {
  test(`Mermaid’s own renderer draws every source of ${office ?? 'the manuals'}: same nodes, same edges`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({
      path: path.resolve(import.meta.dirname, '../../node_modules/mermaid/dist/mermaid.min.js'),
    });
    const other = officeLibrary(office);
    for (const procedure of other.procedures) {
      const made = procedureGraph(procedure, other.manual(procedure.manual).office);
      expect(await renderedByMermaid(page, mermaidSource(made.graph)), procedure.ref).toEqual(
        wanted(made),
      );
    }
    expect(errors).toEqual([]);
  });
}

interface Rendered {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly frames: readonly string[];
  readonly words: readonly string[];
}

function wanted({ graph }: ProcedureGraph): Rendered {
  return {
    nodes: graph.nodes.map(({ id }) => id).toSorted(),
    edges: graph.edges.map(({ from, to }) => `${from}_${to}`).toSorted(),
    frames: graph.groups.map(({ id }) => id).toSorted(),
    words: graph.nodes.map(({ label }) => label.replace(/\s/g, '')).toSorted(),
  };
}

async function renderedByMermaid(page: Page, source: string): Promise<Rendered> {
  return page.evaluate(async (text) => {
    interface Mermaid {
      initialize(options: object): void;
      render(id: string, source: string): Promise<{ svg: string }>;
    }
    const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
    const { svg } = await mermaid.render('drawn', text);
    const holder = document.createElement('div');
    holder.innerHTML = svg;
    const all = (selector: string): Element[] => [...holder.querySelectorAll(selector)];
    return {
      nodes: all('.node')
        .map(({ id }) => id.replace(/^drawn-flowchart-|-\d+$/g, ''))
        .sort(),
      edges: all('path.flowchart-link')
        .map(({ id }) => id.replace(/^drawn-L_|_\d+$/g, ''))
        .sort(),
      frames: all('.cluster')
        .map(({ id }) => id.replace(/^drawn-/, ''))
        .sort(),
      words: all('.node')
        .map(({ textContent }) => textContent.replace(/\s/g, ''))
        .sort(),
    };
  }, source);
}

function chartWith(steps: number): (typeof charts)[number] {
  const found = charts.find(({ procedure }) => procedure.steps.length >= steps);
  if (!found) throw new Error(`no procedure has ${String(steps)} steps`);
  return found;
}
