// Stage: offline. The list of files, or the order to take all copies away → the service worker, in one script.
import path from 'node:path';
import { build } from 'esbuild';
import { versionOf, type PrecacheEntry } from './precache-list.ts';

/** @param base ends in a slash */
export function keepingWorker(entries: readonly PrecacheEntry[], base: string): Promise<string> {
  return bundle('worker.ts', {
    PRECACHE: JSON.stringify(entries),
    VERSION: JSON.stringify(versionOf(entries)),
    OFFLINE_PAGE: JSON.stringify(`${base}offline/`),
  });
}

export function retiringWorker(): Promise<string> {
  return bundle('retire.ts', {});
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'worker', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    // Workbox keeps its notices for developers behind it.
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    legalComments: 'none',
    tsconfigRaw: {},
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`offline: ${entry} was not bundled`);
  return script.text;
}
