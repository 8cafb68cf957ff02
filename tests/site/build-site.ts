// Site tests: an output folder and an environment → the site built into it, and what the build said.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Build {
  /** The exit code; null where the build was ended from outside. */
  readonly status: number | null;
  readonly printed: string;
}

/** Builds at the site's root unless the environment names a BASE_PATH. Builds take turns; each takes seconds. */
export function buildSite(out: string, environment: NodeJS.ProcessEnv): Build {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], {
    cwd: root,
    // Pictures for chat apps are looked at in the site itself; each of these builds would take seconds more for its own.
    env: {
      ...process.env,
      KHUMUE_OUT: out,
      BASE_PATH: '',
      KHUMUE_PICTURES: 'off',
      ...environment,
    },
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}
