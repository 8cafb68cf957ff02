// Site tests and bench: addresses and categories → Lighthouse's scores of each as on a phone, and what took from them.
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { freePort } from './free-port.ts';

export interface Audited {
  readonly url: string;
  /** Of 100, by category. */
  readonly scores: Readonly<Record<string, number>>;
  /** `id: title (what was measured)` of each audit that took from a score. */
  readonly lost: readonly string[];
}

export type Category = 'accessibility' | 'best-practices' | 'seo' | 'performance';

/**
 * Opens a browser of its own: Lighthouse talks to it over a port, which the tests' browser has not.
 * @throws Error where Lighthouse could not look at a page
 */
export async function audited(
  urls: readonly string[],
  onlyCategories: Category[],
  executablePath: string | undefined,
): Promise<Audited[]> {
  const port = await freePort();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', `--remote-debugging-port=${String(port)}`],
  });
  // Its waits are for what comes late and moves the page: only speed is measured by that.
  const waits = onlyCategories.includes('performance')
    ? {}
    : { pauseAfterFcpMs: 0, pauseAfterLoadMs: 0, cpuQuietThresholdMs: 0 };
  try {
    const all: Audited[] = [];
    for (const url of urls) {
      const flags = { port, onlyCategories, disableFullPageScreenshot: true, ...waits };
      const result = await lighthouse(url, { ...flags, logLevel: 'silent' });
      if (!result || result.lhr.runtimeError)
        throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
      all.push(read(url, result.lhr));
    }
    return all;
  } finally {
    await browser.close();
  }
}

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function read(url: string, { categories, audits }: Result): Audited {
  const lost = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, title, displayValue }) => `${id}: ${title} (${displayValue ?? ''})`);
  const scores = Object.entries(categories).map(([id, { score }]) => [
    id,
    Math.round((score ?? 0) * 100),
  ]);
  return { url, scores: Object.fromEntries(scores) as Record<string, number>, lost };
}
