// Site tests: an output folder and an environment → the site built into it, and what the build said.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Build {
  /** The exit code; null where the build was ended from outside. */
  readonly status: number | null;
  readonly printed: string;
}

/**
 * The invented office, built with an address and pictures, once a run for all test files that look at it.
 * @throws Error with what the build printed, or where another worker has not built it within two minutes
 */
export function inventedOffice(): string {
  const out = path.join(root, '.build/test-invented-office');
  // A run's server has an address of its own.
  const run = new URL(process.env.KHUMUE_URL ?? 'http://none:0').port;
  const done = `${out}.${run}.done`;
  try {
    closeSync(openSync(`${out}.${run}.begun`, 'wx'));
  } catch {
    for (let waited = 0; !existsSync(done); waited += 1) {
      if (waited > 120) throw new Error('the invented office was not built');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    }
    return out;
  }
  const { status, printed } = buildSite(out, {
    KHUMUE_OFFICE: 'tests/fixtures/office',
    SITE_URL: 'https://khumue.example.go.th',
    KHUMUE_PICTURES: 'on',
  });
  if (status !== 0) throw new Error(printed);
  writeFileSync(done, '');
  return out;
}

/** Builds at the site's root unless the environment names a BASE_PATH. Builds take turns; each takes seconds. */
export function buildSite(out: string, environment: NodeJS.ProcessEnv): Build {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/build.mjs'], {
    cwd: root,
    // Pictures for chat apps are looked at in the invented office; each of these builds would take seconds more for its own.
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
