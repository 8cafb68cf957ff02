// Stage: hosting. The built site → beside it, the files by which hosts send its headers.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hostFiles } from './host-files.ts';

export function headersForHosts(): AstroIntegration {
  let base = '/';
  return {
    name: 'headers-for-hosts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir }) => {
        for (const [name, text] of hostFiles(base))
          await writeFile(path.join(fileURLToPath(dir), name), text);
      },
    },
  };
}
