// Site tests: a procedure with a run and the page of all runs, walked through with the Tab key at 400 % zoom: what has the focus is in sight.
import { expect, test, type Page } from '@playwright/test';
import { SARABAN, begin, beginTicked, openRuns, press } from './checklist-page.ts';

// The run bar stands at the bottom of a narrow window, at the top of a short or wide one.
for (const [width, height] of [
  [320, 256],
  [320, 640],
  [1280, 400],
] as const)
  test(`no bar hides what the keyboard is on, ${String(width)} by ${String(height)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await beginTicked(page);
    await page.reload();
    await expect(page.locator('.run .where')).toBeVisible();
    const { stops, hidden } = await walk(page, 'Tab');
    // Boxes, provenance, chart, footer: the walk came through.
    expect(stops).toBeGreaterThan(60);
    expect(hidden).toEqual([]);
  });

for (const [width, height] of [
  [320, 256],
  [320, 640],
] as const)
  test(`nor does what is said on the page of all runs, ${String(width)} by ${String(height)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    for (const name of ['หนึ่ง', 'สอง', 'สาม']) {
      await page.goto(SARABAN);
      await begin(page, name);
    }
    await page.goto('./my/');
    await page.getByText('จัดการ หนึ่ง').click();
    await press(page, 'เริ่มรอบนี้ใหม่ทั้งหมด');
    await expect(page.getByRole('button', { name: 'เลิกทำ' })).toBeVisible();
    for (const key of ['Tab', 'Shift+Tab']) {
      const { stops, hidden } = await walk(page, key);
      expect(stops).toBeGreaterThan(10);
      expect(hidden, key).toEqual([]);
    }
  });

for (const [width, height] of [
  [320, 640],
  [1280, 600],
] as const)
  test(`nor does what is said of a run, ${String(width)} by ${String(height)} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await beginTicked(page);
    await openRuns(page);
    await press(page, 'เริ่มรอบนี้ใหม่ทั้งหมด');
    await expect(page.getByRole('button', { name: 'เลิกทำ' })).toBeVisible();
    for (const key of ['Tab', 'Shift+Tab']) {
      // The chart's own bar stands still beside the list, partly below the notice.
      const { stops, hidden } = await walk(page, key, 0.4);
      expect(stops).toBeGreaterThan(30);
      expect(hidden, key).toEqual([]);
    }
  });

/** Presses a key until the focus leaves the page. @returns how often it moved, and where less than the least share was seen */
async function walk(
  page: Page,
  key: string,
  least = 0.5,
): Promise<{ stops: number; hidden: string[] }> {
  const hidden: string[] = [];
  let stops = 0;
  for (; stops < 300; stops += 1) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(seenShare);
    if (!stop) break;
    if (stop.share < least) hidden.push(`${stop.name}: ${stop.share.toFixed(2)} is seen`);
  }
  return { stops, hidden };
}

/** In the page: how much of the focused element is in the window with nothing over it; undefined past the last. */
async function seenShare(): Promise<{ name: string; share: number } | undefined> {
  await new Promise((painted) =>
    requestAnimationFrame(() => requestAnimationFrame(() => painted(undefined))),
  );
  const active = document.activeElement;
  if (!active || active === document.body) return undefined;
  // The browser's own button for a file is out of sight: its label stands for it.
  const focused = document.querySelector(`label[for="${active.id || '-'}"].btn`) ?? active;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const isInBar = focused.matches('.run *, .top *, .run-list-said *');
  const points = Array.from({ length: 49 }, (_, i) => ({
    x: left + (width * ((i % 7) + 1)) / 8,
    y: top + (height * (Math.floor(i / 7) + 1)) / 8,
  }));
  const seen = points.filter(({ x, y }) => {
    const over = document.elementFromPoint(x, y);
    // What lies around it is behind it, unless it is one of the bars.
    return (
      over &&
      (focused.contains(over) ||
        isInBar ||
        !over.closest('.run, .top, .site-update, .run-list-said'))
    );
  });
  return {
    name: `${focused.tagName.toLowerCase()} ${focused.textContent.trim().slice(0, 40)}`,
    share: seen.length / points.length,
  };
}
