// A folder → the example of the authors' guide (/about/authors/) worked through in it, with what each command said.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow } from '../src/authoring/read-office.ts';
import {
  EXAMPLE_OFFICE,
  EXAMPLE_PDF,
  guideSteps,
  type Command,
  type Edit,
  type GuideStep,
} from '../src/components/author-guide.ts';

const ROOT = join(import.meta.dirname, '..');

export interface Done {
  readonly step: GuideStep;
  readonly command: Command;
  readonly status: number | null;
  readonly out: string;
}

/** @throws Error where a file that the guide speaks of is not there. */
export function* workThrough(folder: string): Generator<Done> {
  mkdirSync(dirname(join(folder, EXAMPLE_PDF)), { recursive: true });
  copyFileSync(join(ROOT, EXAMPLE_PDF), join(folder, EXAMPLE_PDF));
  for (const step of guideSteps) {
    for (const edit of step.edits ?? []) type(folder, edit);
    for (const command of step.commands) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(ROOT, `src/commands/${command.script}.ts`), ...command.words],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, KHUMUE_OFFICE: EXAMPLE_OFFICE } },
      );
      yield { step, command, status, out: stdout + stderr };
    }
  }
}

function type(folder: string, { where, find, put }: Edit): void {
  const path = join(folder, where);
  if (find === undefined) {
    writeFileSync(path, (existsSync(path) ? readFileSync(path, 'utf8') : '') + put);
    return;
  }
  const holders = filesBelow(path).filter((file) => readFileSync(file, 'utf8').includes(find));
  const [file] = holders;
  if (file === undefined || holders.length > 1)
    throw new Error(`${where}: ${String(holders.length)} files hold ${find}`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(find, put));
}
