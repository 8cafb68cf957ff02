// Stage: authoring. An office's files → a folder that a build can read as an office (KHUMUE_OFFICE).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OfficeFiles } from './check-content.ts';

/** Writes `content/` and `seeds/` below the folder; what stood there before is gone. */
export function writeOffice(folder: string, files: OfficeFiles): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const { path, text } of files.content) write(join('content', path), text);
  for (const { id, text } of files.seeds) write(join('seeds', `${id}.txt`), text);
  write(join('seeds', 'corrections.yaml'), files.corrections.text);
  write(join('seeds', 'omissions.yaml'), files.omissions.text);
}
