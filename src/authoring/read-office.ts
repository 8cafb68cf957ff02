// Stage: authoring. An office's folders on disk → its files as text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { OfficeFiles } from './check-content.ts';

/** Where an office keeps its content and its seeds, from the project's root. */
export interface OfficeFolders {
  readonly content: string;
  readonly seeds: string;
}

/** The folders of this build: the project's own, or those below `KHUMUE_OFFICE` (an office kept elsewhere, a fixture). */
export function officeFolders(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): OfficeFolders {
  const office = environment['KHUMUE_OFFICE'];
  return office
    ? { content: join(office, 'content'), seeds: join(office, 'seeds') }
    : { content: 'src/content', seeds: 'seeds' };
}

/** Reads all files, sorted by path so that every machine sees the same order. */
export function readOffice(folders: OfficeFolders, root = process.cwd()): OfficeFiles {
  const contentRoot = resolve(root, folders.content);
  const content = filesBelow(contentRoot).map((path) => ({
    path: toPosix(relative(contentRoot, path)),
    shown: toPosix(relative(root, path)),
    text: readFileSync(path, 'utf8'),
  }));
  return { content, ...readSources(folders, root) };
}

/** Reads the seeds and what was decided about them. A notes file that is not there reads as empty. */
function readSources(folders: OfficeFolders, root: string): Omit<OfficeFiles, 'content'> {
  return { seeds: readSeeds(folders, root), ...readNotes(folders, root) };
}

export function readSeeds(folders: OfficeFolders, root = process.cwd()): OfficeFiles['seeds'] {
  const seedsRoot = resolve(root, folders.seeds);
  return filesBelow(seedsRoot)
    .filter((path) => path.endsWith('.txt'))
    .map((path) => ({
      id: relative(seedsRoot, path).replace(/\.txt$/, ''),
      shown: toPosix(relative(root, path)),
      text: readFileSync(path, 'utf8'),
    }));
}

/** What was decided about the seeds. A file that is not there reads as empty. */
export function readNotes(
  folders: OfficeFolders,
  root = process.cwd(),
): Pick<OfficeFiles, 'corrections' | 'omissions'> {
  const note = (name: string): { shown: string; text: string } => {
    const path = join(resolve(root, folders.seeds), name);
    return {
      shown: toPosix(relative(root, path)),
      text: existsSync(path) ? readFileSync(path, 'utf8') : '',
    };
  };
  return { corrections: note('corrections.yaml'), omissions: note('omissions.yaml') };
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}

/** Every file below a folder, by path, hidden ones left out; none where there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
