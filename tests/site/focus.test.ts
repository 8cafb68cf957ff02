// Site tests: a procedure with a run, walked through with the Tab key at 400 % zoom: what has the focus is in sight.
import { expect, test } from '@playwright/test';
import { beginTicked } from './checklist-page.ts';

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
    const hidden: string[] = [];
    let stops = 0;
    for (; stops < 300; stops += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(seenShare);
      if (!stop) break;
      if (stop.share < 0.5) hidden.push(`${stop.name}: ${stop.share.toFixed(2)} is seen`);
    }
    // Boxes, provenance, chart, footer: the walk came through.
    expect(stops).toBeGreaterThan(60);
    expect(hidden).toEqual([]);
  });

/** In the page: how much of the focused element is in the window with nothing over it; undefined past the last. */
async function seenShare(): Promise<{ name: string; share: number } | undefined> {
  await new Promise((painted) =>
    requestAnimationFrame(() => requestAnimationFrame(() => painted(undefined))),
  );
  const focused = document.activeElement;
  if (!focused || focused === document.body) return undefined;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const isInBar = focused.matches('.run *, .top *');
  const points = Array.from({ length: 49 }, (_, i) => ({
    x: left + (width * ((i % 7) + 1)) / 8,
    y: top + (height * (Math.floor(i / 7) + 1)) / 8,
  }));
  const seen = points.filter(({ x, y }) => {
    const over = document.elementFromPoint(x, y);
    // What lies around it is behind it, unless it is one of the bars.
    return over && (focused.contains(over) || isInBar || !over.closest('.run, .top, .offer'));
  });
  return {
    name: `${focused.tagName.toLowerCase()} ${focused.textContent.trim().slice(0, 40)}`,
    share: seen.length / points.length,
  };
}
