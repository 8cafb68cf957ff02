// Stage: command. KHUMUE_NAMES and the office's files → what the site is built from, and a look for names in what was built.
import path from 'node:path';
import { checkContent } from '../authoring/check-content.ts';
import { hideNames, privateNames } from '../authoring/hide-names.ts';
import { nameLeaks, type NameLeak } from '../authoring/name-leaks.ts';
import { formatProblem } from '../authoring/problem.ts';
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import { writeOffice } from '../authoring/write-office.ts';
import { namesSetting } from '../model/names.ts';

export interface NamesForBuild {
  /** For the process that builds the site: where names are hidden, another office folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** The names that a built folder has all the same; none where names are shown. */
  leaks(folder: string): Promise<readonly NameLeak[]>;
}

/**
 * With `KHUMUE_NAMES=hidden` writes a copy of the office without names to `folder` and has the site built from it, so
 * that nothing which reads content can know a name.
 * @throws Error in Thai: the setting is misspelt, or the copy does not pass the checks.
 */
export function namesForBuild(folder: string, root: string): NamesForBuild {
  if (namesSetting(process.env) === 'shown')
    return { environment: {}, leaks: () => Promise.resolve([]) };
  const files = readOffice(officeFolders(), root);
  const hidden = hideNames(files);
  const { problems } = checkContent(hidden);
  if (problems.length > 0)
    throw new Error(
      `แทนชื่อบุคคลด้วยตำแหน่งแล้ว เนื้อหาไม่ผ่านการตรวจ\n${problems.map(formatProblem).join('\n')}`,
    );
  writeOffice(folder, hidden);
  const names = privateNames(files);
  return {
    environment: { KHUMUE_OFFICE: path.relative(root, folder) },
    leaks: (built) => nameLeaks(built, names),
  };
}

/** One line a leak. */
export function formatLeaks(leaks: readonly NameLeak[]): string {
  return leaks.map(({ file, found }) => `${file} — ยังมีชื่อที่ต้องไม่แสดง — พบว่า “${found}”`).join('\n');
}
