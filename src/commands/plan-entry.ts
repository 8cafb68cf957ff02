// Stage: command. A new entry and the office's files → what to write where, and what the checks say of it afterwards.
import { checkContent, type OfficeFiles } from '../authoring/check-content.ts';
import { fileFault } from '../source/file-fault.ts';
import { toContent } from '../authoring/parse-content.ts';
import { formatProblem, type Problem, type ProblemKind } from '../authoring/problem.ts';
import { addPart } from '../import/add-part.ts';
import type { NewEntry } from '../import/new-entry.ts';
import { lastPlace, placeAfter, placeInSource, type PartPlace } from '../import/place-part.ts';
import { DraftRefused } from '../import/write-draft.ts';
import { readSeed } from '../source/reading.ts';

/** A part's manual, and where in it the author wants the part. */
export interface PartOf {
  readonly manual: string;
  /** The manual's seed. */
  readonly seed: string;
  readonly after: string | undefined;
}

/** Problems that the words of the source mend: what an author does after having begun an entry. */
const TO_FILL_IN: ReadonlySet<ProblemKind> = new Set([
  'not-in-source',
  'not-covered',
  'spelling-not-in-seeds',
  'stated-not-in-seeds',
  'words-not-in-seeds',
]);

/** Whether the source holds all that the part says, and where the part belongs. */
export function findPlace(
  entry: NewEntry,
  { manual, seed: id, after }: PartOf,
  files: OfficeFiles,
  folder: string,
): { place: PartPlace; whole: boolean } {
  const { content, corrections, omissions } = checkContent(overlay(files, entry, folder));
  const all = toContent(content);
  const seed = files.seeds.find((one) => one.id === id);
  const found = seed
    ? placeInSource(manual, entry.id, all, readSeed(seed, corrections, omissions).reading)
    : { place: lastPlace(manual, all), whole: false };
  const wanted = after === undefined ? undefined : placeAfter(manual, after, all);
  return wanted ? { ...found, place: wanted } : found;
}

/** The entry listed in its manual, at its place. */
export function listPart(
  files: OfficeFiles,
  id: string,
  manual: string,
  place: PartPlace,
): OfficeFiles {
  const path =
    place.chapter === undefined
      ? `manuals/${manual}/manual.mdx`
      : `manuals/${manual}/sections/${place.chapter}.mdx`;
  return {
    ...files,
    content: files.content.map((file) =>
      file.path === path ? { ...file, text: addPart(file.text, id, place.after) } : file,
    ),
  };
}

/**
 * The source with lines behind those it has.
 * @throws DraftRefused where it cannot be read as text: writing it would lose what it holds.
 */
export function growSource(
  files: OfficeFiles,
  seed: string,
  lines: readonly string[],
): OfficeFiles {
  return {
    ...files,
    seeds: files.seeds.map((file) => {
      if (file.id !== seed) return file;
      if (fileFault(file.text))
        throw new DraftRefused(`อ่าน ${file.shown} ไม่ได้ แก้ตามที่ npm run check บอกก่อน`);
      const eol = file.text.includes('\r\n') ? '\r\n' : '\n';
      const end = file.text === '' || file.text.endsWith('\n') ? '' : eol;
      return { ...file, text: `${file.text}${end}${eol}${lines.join(eol)}${eol}` };
    }),
  };
}

export function overlay(files: OfficeFiles, entry: NewEntry, folder: string): OfficeFiles {
  return {
    ...files,
    content: [
      ...files.content,
      ...entry.files.map(({ path, text }) => ({ path, shown: `${folder}/${path}`, text })),
    ],
  };
}

/**
 * What the checks find now that they did not find before, as they say it: what is left for the author.
 * @throws DraftRefused where that is anything but words that the source does not hold yet.
 */
export function planEntry(before: OfficeFiles, after: OfficeFiles): string[] {
  const known = new Set(checkContent(before).problems.map(sameness));
  const fresh = checkContent(after).problems.filter((found) => !known.has(sameness(found)));
  const wrong = fresh.filter(({ kind }) => !TO_FILL_IN.has(kind));
  if (wrong.length > 0)
    throw new DraftRefused(
      ['สร้างไม่ได้ เพราะสิ่งที่ใส่มาจะทำให้เนื้อหาผิดแบบ ยังไม่ได้เขียนอะไร', ...wrong.map(formatProblem)].join(
        '\n',
      ),
    );
  return fresh.map(formatProblem);
}

/** Lines move when a file grows: a problem is the same wherever it stands in its file. */
const sameness = ({ kind, file, found }: Problem): string => `${kind}\n${file}\n${found}`;
