// Stage: offline. The worker's modules → one script, the same for any site.
import path from 'node:path';
import { build } from 'esbuild';
import type { Offline } from './setting.ts';

const ENTRIES: Record<Offline, string> = { on: 'worker.ts', off: 'retire.ts' };

/**
 * Of a site that keeps a copy, or of one that takes all copies away.
 * @param root the project's folder
 */
export async function bundleWorker(setting: Offline, root: string): Promise<string> {
  const entry = ENTRIES[setting];
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src/offline/worker', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    // Workbox keeps its notices for developers behind it.
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    tsconfigRaw: {},
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`offline: ${entry} was not bundled`);
  return script.text;
}
