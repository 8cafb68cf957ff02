// Stage: offline. All that the build wrote → sw.js beside it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keepingWorker, retiringWorker } from './build-worker.ts';
import { precacheList, type BuiltFile } from './precache-list.ts';
import { offlineSetting } from './setting.ts';

/**
 * The last integration: it lists what the others wrote, the search index above all. In the staging folder, so that a
 * fault fails the build and neither the look for hidden names nor the swap has to know of it.
 */
export function offlineCopy(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline-copy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const kept = await writeWorker(fileURLToPath(dir), base);
        logger.info(
          kept === undefined
            ? 'no copy is kept'
            : `${String(kept)} files are kept for use without a network`,
        );
      },
    },
  };
}

/**
 * Into a site that is otherwise complete.
 * @param base ends in a slash
 * @returns how many files it keeps; undefined where no copy is wanted
 */
export async function writeWorker(folder: string, base: string): Promise<number | undefined> {
  const worker = path.join(folder, 'sw.js');
  if (offlineSetting(process.env) === 'off') {
    await writeFile(worker, await retiringWorker());
    return undefined;
  }
  const entries = precacheList(filesOf(folder), base);
  await writeFile(worker, await keepingWorker(entries, base));
  return entries.length;
}

function filesOf(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const below = path.relative(folder, file).split(path.sep).join('/');
      return { path: below, size: statSync(file).size, bytes: () => readFileSync(file) };
    });
}
