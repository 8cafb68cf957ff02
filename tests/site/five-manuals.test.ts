// Site tests: what a reader sees of the five manuals.
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Published } from '../../src/model/published.ts';
import { readBuilt } from './built-site.ts';

const data = JSON.parse(readBuilt('/data/manuals.json')) as Published;
/** Text without white space: what a reader reads, however it is broken into lines. */
const compact = (text: string): string => text.replace(/\s+/g, '');

test('there are 17 procedures with 86 steps and 5 substeps', () => {
  const steps = data.procedures.flatMap((procedure) => procedure.steps);
  expect([
    data.procedures.length,
    steps.length,
    steps.flatMap(({ substeps }) => substeps).length,
  ]).toEqual([17, 86, 5]);
});

for (const procedure of data.procedures) {
  test(`${procedure.id} lists its steps in order, each with its place in the source`, async ({
    page,
  }) => {
    await page.goto(`.${procedure.url}`);
    const wanted = procedure.steps.flatMap((step) => [step, ...step.substeps]);
    const items = page.locator('.steps li[data-step]');
    expect(
      await items.evaluateAll((list) => list.map((item) => item.getAttribute('data-step'))),
    ).toEqual(wanted.map(({ id }) => id));
    for (const step of wanted) {
      const item = page.locator(`#step-${step.id}`);
      expect(compact((await item.locator('.step-text').first().textContent()) ?? '')).toBe(
        compact(step.text),
      );
      const lines = await item.locator('.prov summary').first().textContent();
      expect(lines).toContain(`บรรทัด ${String(step.source?.line)}`);
      await expect(item.locator('.prov-body a').first()).toHaveAttribute(
        'href',
        new RegExp(`/sources/${procedureSeed(procedure.manual)}/#L${String(step.source?.line)}$`),
      );
    }
  });
}

test('a source page shows every line as printed', async ({ page }) => {
  for (const { seed } of data.manuals) {
    await page.goto(`./sources/${seed}/`);
    const shown = await page.locator('.lines > li').evaluateAll((lines) =>
      lines.map((line) => {
        const copy = line.cloneNode(true) as Element;
        copy.querySelectorAll('.ln, .used, ins').forEach((extra) => {
          extra.remove();
        });
        return copy.textContent;
      }),
    );
    const printed = readFileSync(`seeds/${seed}.txt`, 'utf8').split(/\r?\n/);
    expect(shown.map(compact)).toEqual(printed.map(compact));
  }
});

test('every correction stands on its source page and in the list of all', async ({ page }) => {
  await page.goto('./corrections/');
  const all = await page.locator('main').textContent();
  for (const { printed, reason } of data.corrections) {
    expect(compact(all ?? '')).toContain(compact(printed));
    expect(compact(all ?? '')).toContain(compact(reason));
  }
});

test('every text of every manual is on its manual’s page or its procedure’s', async ({ page }) => {
  for (const manual of data.manuals) {
    await page.goto(`.${manual.url}`);
    const shown = compact((await page.locator('main').textContent()) ?? '');
    for (const section of data.sections.filter((candidate) => candidate.manual === manual.id)) {
      for (const { path, text } of section.texts) {
        // A mark is shown without the dot that closes it.
        const wanted =
          path.endsWith('mark') || path === 'number'
            ? compact(text).replace(/[.)]+$/, '')
            : compact(text);
        expect(shown, `${section.id} ${path}`).toContain(wanted);
      }
    }
    for (const order of data.orders.filter((candidate) => candidate.manual === manual.id)) {
      for (const duty of order.assignments.flatMap(({ duties }) => duties))
        expect(shown).toContain(compact(duty.text));
    }
  }
});

test('what the sources do not say is said, and not filled in', async ({ page }) => {
  const silent = data.procedures.find(({ form }) => form['fee'] === 'not-stated');
  await page.goto(`.${silent?.url ?? ''}`);
  await expect(page.locator('details.silent-fields summary, details.silent summary')).toContainText(
    'ต้นฉบับไม่ระบุ',
  );
  await expect(page.getByText('0 บาท')).toHaveCount(0);
});

function procedureSeed(manual: string): string {
  return data.manuals.find(({ id }) => id === manual)?.seed ?? '';
}
