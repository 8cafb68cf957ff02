// Stage: paper. A browser and a sheet's page → the bytes of its PDF: tagged, with an outline, page numbers and a title.
import type { Browser, Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { makeBook, writePageNumbers } from './book.ts';
import type { Sheet } from './sheets.ts';

/** @throws Error when the page does not answer or a whole manual cannot be put together */
export async function printSheet(
  browser: Browser,
  { kind, url }: Sheet,
  host: string,
): Promise<Buffer> {
  const page = await browser.newPage({ locale: 'th-TH', serviceWorkers: 'block' });
  try {
    const answer = await page.goto(new URL(url, host).href, { waitUntil: 'load' });
    if (!answer?.ok()) throw new Error(`${url}: ${String(answer?.status())}`);
    await page.evaluate(takeFonts);
    await page.evaluate((sheet) => {
      document.documentElement.dataset['sheet'] = sheet;
      // Where the build knew no address, the machine that prints is none to lead back to.
      document
        .querySelectorAll('[data-print="qr"], [data-print="address"]:empty')
        .forEach((one) => {
          one.removeAttribute('data-print');
        });
    }, kind);
    if (kind !== 'manual') return await pdf(page);
    await page.evaluate(makeBook);
    await page.evaluate(writePageNumbers, await pagesOfParts(await pdf(page)));
    return await pdf(page);
  } finally {
    await page.close();
  }
}

/** On a busy machine they may come too late for a reader's page (DisplayHead.astro), never for a sheet of paper. */
async function takeFonts(): Promise<void> {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[as=font]')];
  await Promise.all(
    links.map(async ({ href, dataset: { weight = '' } }) => {
      document.fonts.add(await new FontFace('Sarabun', `url(${href})`, { weight }).load());
    }),
  );
}

function pdf(page: Page): Promise<Buffer> {
  return page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
}

/** Where the parts have come to stand: in Chromium CSS cannot ask for it. */
async function pagesOfParts(bytes: Buffer): Promise<Record<string, number>> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: Record<string, number> = {};
  for (const [part, place] of Object.entries(await document.getDestinations())) {
    const [page] = place as [Parameters<typeof document.getPageIndex>[0]];
    pages[part] = (await document.getPageIndex(page)) + 1;
  }
  return pages;
}
