// Bench: the built site's page of a procedure → Lighthouse's scores on its slow phone, served packed as hosts do; worst of some runs.
// npm run bench:lighthouse -- [--runs 3] [/manuals/<manual>/<procedure>/ …]
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../src/commands/chromium.ts';
import { serve } from '../src/commands/serve.ts';
import { audited, type Category } from '../tests/site/lighthouse.ts';

const CATEGORIES: Category[] = ['performance', 'accessibility', 'best-practices', 'seo'];
const folder = path.resolve(import.meta.dirname, '../dist');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '3' } },
});
const pages =
  positionals.length > 0 ? positionals : ['/manuals/uttaradit-2-policy-planning/saraban/'];
const runs = Number(values.runs);
if (!existsSync(folder) || !Number.isInteger(runs) || runs < 1) {
  console.error('npm run build first; --runs: how often each page is opened');
  process.exit(1);
}

const site = await serve(folder, { port: 0 });
try {
  for (const page of pages) {
    const url = new URL(page.replace(/^\//, ''), site.url).href;
    const found = await audited(
      Array.from({ length: runs }, () => url),
      CATEGORIES,
      await ensureChromium(),
    );
    console.log(page);
    for (const category of CATEGORIES)
      console.log(
        `  ${category.padEnd(16)} ${String(Math.min(...found.map(({ scores }) => scores[category] ?? 0)))}`,
      );
    for (const line of new Set(found.flatMap(({ lost }) => lost))) console.log(`    ${line}`);
  }
} finally {
  await site.close();
}
