// Site tests, once before all: dist/ (or KHUMUE_OUT) -> a server on a free port, its address in KHUMUE_URL.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { serve } from '../../src/commands/serve.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const folder = path.resolve(import.meta.dirname, '../..', process.env.KHUMUE_OUT || 'dist');
  const site = await serve(folder, { port: 0, base: process.env.BASE_PATH ?? '/' });
  process.env.KHUMUE_URL = site.url;
  // An earlier run may have had this port (build-site.ts).
  const builds = path.resolve(import.meta.dirname, '../../.build');
  for (const name of existsSync(builds) ? readdirSync(builds) : [])
    if (/\.(?:begun|done)$/.test(name)) rmSync(path.join(builds, name));
  return site.close;
}
