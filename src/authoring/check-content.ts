// Stage: authoring. An office's files as text → its content, alignments and every problem, in one go.
import { parseContentFile } from './content-file.ts';
import { contentPlace } from './content-place.ts';
import { crossCheck } from './cross-checks.ts';
import { checkCharacters } from './character-checks.ts';
import type { ParsedContent, TextFile } from './parse-content.ts';
import { headlessManuals, parseContent } from './parse-content.ts';
import type { Problem } from './problem.ts';
import { problem, sortProblems } from './problem.ts';
import { checkSources } from './source-checks.ts';
import type { KnownData } from '../model/known-data.ts';
import type { AlignedManual } from '../source/align.ts';
import type { Correction, Omission } from '../source/seed-notes.ts';

/** Everything an office keeps, as text. */
export interface OfficeFiles {
  readonly content: readonly TextFile[];
  readonly seeds: readonly { readonly id: string; readonly shown: string; readonly text: string }[];
  readonly corrections: { readonly shown: string; readonly text: string };
  readonly omissions: { readonly shown: string; readonly text: string };
}

export interface CheckedContent {
  readonly content: ParsedContent;
  readonly aligned: readonly AlignedManual[];
  readonly corrections: readonly Correction[];
  readonly omissions: readonly Omission[];
  readonly problems: readonly Problem[];
}

/**
 * Checks shape, characters, references and sources; problems come sorted by file and line.
 *
 * @param known see parseContent()
 */
export function checkContent(files: OfficeFiles, known?: KnownData): CheckedContent {
  const parsed = parseContent(files.content, known);
  const notes = {
    corrections: parseContentFile(files.corrections.shown, files.corrections.text),
    omissions: parseContentFile(files.omissions.shown, files.omissions.text),
  };
  const sources = checkSources(parsed.content, { seeds: files.seeds, ...notes }, known);
  return {
    content: parsed.content,
    aligned: sources.aligned,
    corrections: sources.corrections,
    omissions: sources.omissions,
    problems: sortProblems(
      withoutFollowing([
        ...(files.content.some(({ path }) => contentPlace(path)?.type === 'manual') ||
        headlessManuals(parsed.content).length > 0
          ? []
          : [problem('no-manuals', { file: 'manuals', line: 1 }, {})]),
        ...parsed.problems,
        ...checkCharacters(files.content),
        ...crossCheck(parsed.content),
        ...sources.problems,
      ]),
    ),
  };
}

/** Letters that look right and are not do not stand in the source either: of a line one word is enough. */
function withoutFollowing(problems: readonly Problem[]): Problem[] {
  const placeOf = ({ file, line }: Problem): string => `${file}:${String(line)}`;
  const known = new Set(problems.filter(({ kind }) => kind === 'not-normal').map(placeOf));
  return problems.filter((one) => one.kind !== 'not-in-source' || !known.has(placeOf(one)));
}
