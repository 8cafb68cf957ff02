// Stage: hosting. The built site → the same pages without the indents of their source: 0.4 KB of each, packed.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro's own `compressHTML` takes line ends as well, and with them the space between two words that are elements. */
export function withoutIndents(html: string): string {
  return html
    .split(/(<(?:pre|textarea)\b.*?<\/(?:pre|textarea)>)/s)
    .map((part, i) => (i % 2 === 0 ? part.replace(/\s*\n\s*/g, '\n') : part))
    .join('');
}

export function pagesWithoutIndents(): AstroIntegration {
  return {
    name: 'indents',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of await readdir(folder, { recursive: true }))
          if (file.endsWith('.html')) {
            const at = path.join(folder, file);
            await writeFile(at, withoutIndents(await readFile(at, 'utf8')));
          }
      },
    },
  };
}
