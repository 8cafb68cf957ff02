// Bench: a browser and an address → a first visit on a slow phone: largest paint, shifts, blocked time.
import type { Browser } from '@playwright/test';

export interface Visit {
  /** Largest contentful paint, ms after the visit began. */
  readonly lcp: number;
  /** The sum of all layout shifts without a reader's doing. */
  readonly cls: number;
  /** Of each long task what is beyond 50 ms, from the first paint on, ms. */
  readonly tbt: number;
}

/**
 * Slow 4G as Lighthouse applies it to a browser (its constants.js, `mobileSlow4G` with the DevTools factors):
 * the browser's own throttling delays a request, not each packet, so 150 ms there and back becomes 3.75 times that.
 */
const NETWORK = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 0.9 * 1024) / 8,
  uploadThroughput: (750 * 0.9 * 1024) / 8,
};
/** A processor a quarter as fast. */
const SLOWER = 4;
/** How long nothing may happen on the network before a visit is over, ms. */
const QUIET = 1500;

interface Seen {
  lcp: number;
  cls: number;
  fcp: number;
  tasks: [start: number, duration: number][];
}

/** Nothing is kept from one visit to the next. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
    locale: 'th-TH',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(() => {
      const seen: Seen = { lcp: 0, cls: 0, fcp: 0, tasks: [] };
      Object.assign(window, { seen });
      const on = (type: string, take: (entry: PerformanceEntry) => void): void =>
        new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
          type,
          buffered: true,
        });
      on('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
      on('layout-shift', (entry) => (seen.cls += (entry as unknown as { value: number }).value));
      on('longtask', ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
      on('paint', ({ name, startTime }) => {
        if (name === 'first-contentful-paint') seen.fcp = startTime;
      });
    });
    let last = Date.now();
    for (const event of ['request', 'requestfinished', 'requestfailed'] as const)
      page.on(event as 'request', () => (last = Date.now()));
    await page.goto(url, { waitUntil: 'load', timeout: 120_000 });
    while (Date.now() - last < QUIET) await page.waitForTimeout(100);
    const { lcp, cls, fcp, tasks } = await page.evaluate(
      () => (window as unknown as { seen: Seen }).seen,
    );
    const tbt = tasks
      .filter(([start]) => start >= fcp)
      .reduce((sum, [, duration]) => sum + duration - 50, 0);
    return { lcp, cls, tbt };
  } finally {
    await context.close();
  }
}
