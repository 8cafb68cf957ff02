// Stage: authoring. Parsed content and seeds → alignments, and the problems between content and sources.
import type { Alignment } from '../source/align.ts';
import { align, compact } from '../source/align.ts';
import { manualPieces } from '../source/pieces.ts';
import type { NoteProblem, Reading, Seed } from '../source/reading.ts';
import { readSeed, readText } from '../source/reading.ts';
import type { Correction, Omission } from '../source/seed-notes.ts';
import { Corrections, Omissions } from '../source/seed-notes.ts';
import type { ContentFile } from './content-file.ts';
import { nearest } from './nearest.ts';
import type { Entry, ParsedContent } from './parse-content.ts';
import { toContent } from './parse-content.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { checkShape } from './schema-problems.ts';

/** The seeds and what was decided about them. */
export interface Sources {
  readonly seeds: readonly (Seed & { readonly shown: string })[];
  readonly corrections: ContentFile;
  readonly omissions: ContentFile;
}

/** A manual laid along its seed. */
export interface AlignedManual {
  readonly manual: string;
  readonly reading: Reading;
  readonly alignment: Alignment;
}

const NOTE_WHY: Record<NoteProblem['problem'], string> = {
  'not-on-line': 'ไม่มีในบรรทัดนั้น',
  'several-on-line': 'มีหลายแห่งในบรรทัดนั้น',
  overlaps: 'ทับกับบันทึกอื่น',
  'matches-nothing': 'ไม่ตรงกับบรรทัดใดเลย',
  'bad-pattern': 'ไม่ใช่ regular expression ที่ใช้ได้',
  'no-such-line': 'อยู่ในบรรทัดที่ไม่มี',
};

/** Lays every manual along its seed. Both directions: content that is not in the source, source that is not in the content. */
export function checkSources(content: ParsedContent, sources: Sources): { aligned: AlignedManual[]; corrections: Correction[]; omissions: Omission[]; problems: Problem[] } {
  const checkedCorrections = checkShape(sources.corrections, Corrections);
  const checkedOmissions = checkShape(sources.omissions, Omissions);
  const corrections = checkedCorrections.data ?? [];
  const omissions = checkedOmissions.data ?? [];
  const seedIds = sources.seeds.map(({ id }) => id);
  const problems: Problem[] = [...checkedCorrections.problems, ...checkedOmissions.problems];

  const noteFiles: [ContentFile, readonly (Correction | Omission)[]][] = [
    [sources.corrections, corrections],
    [sources.omissions, omissions],
  ];
  for (const [file, notes] of noteFiles) {
    notes.forEach((note, i) => {
      if (!seedIds.includes(note.seed)) {
        problems.push(problem('unknown-seed', place(file, [i, 'seed']), { seed: note.seed, nearest: nearest(note.seed, seedIds) }));
      }
    });
  }

  // Without its notes every seed would differ from its content in a hundred places: first things first.
  const aligned: AlignedManual[] = [];
  if (!checkedCorrections.data || !checkedOmissions.data) return { aligned, corrections, omissions, problems };

  for (const seed of sources.seeds) {
    const { reading, problems: misfits } = readSeed(seed, corrections, omissions);
    for (const { note, problem: why } of misfits) {
      const isCorrection = 'printed' in note;
      const file = isCorrection ? sources.corrections : sources.omissions;
      const index = isCorrection ? corrections.indexOf(note) : omissions.indexOf(note);
      const text = isCorrection ? note.printed : 'text' in note ? note.text : note.pattern;
      problems.push(problem('note-misfit', place(file, [index]), { text, why: NOTE_WHY[why] }));
    }
    const manuals = content.manuals.filter(({ data }) => data.seed === seed.id);
    if (manuals.length === 0) problems.push(problem('seed-without-manual', { file: seed.shown, line: 1 }, {}));
    for (const manual of manuals) {
      const alignment = align(reading, manualPieces(manual.id, toContent(content)));
      aligned.push({ manual: manual.id, reading, alignment });
      problems.push(...alignment.problems.map((found) => toProblem(found, manual, content, seed)));
    }
  }
  for (const manual of content.manuals) {
    if (!seedIds.includes(manual.data.seed)) {
      problems.push(problem('unknown-seed', place(manual.file, ['seed']), { seed: manual.data.seed, nearest: nearest(manual.data.seed, seedIds) }));
    }
  }
  problems.push(...checkSpellings(content, aligned, sources.seeds));
  return { aligned, corrections, omissions, problems };
}

const place = (file: ContentFile, path: readonly (string | number)[]): { file: string; line: number; field: string } => ({
  file: file.path,
  line: file.position(path).line,
  field: path.join('.'),
});

function toProblem(found: Alignment['problems'][number], manual: Entry<unknown>, content: ParsedContent, seed: Sources['seeds'][number]): Problem {
  if (found.type === 'not-covered') {
    return problem('not-covered', { file: seed.shown, line: found.at.line }, { text: found.text, column: found.at.column });
  }
  const { part, path } = found.piece;
  const args = { expected: found.expected, printed: found.printed, seed: seed.id, line: found.at.line };
  const section = content.sections.find((entry) => entry.manual === manual.id && entry.id === part);
  const body = /^body\.(\d+)$/.exec(path);
  if (section && body) {
    const line = section.file.bodyLine + (section.prose[Number(body[1])]?.line ?? 1) - 1;
    return problem('not-in-source', { file: section.file.path, line, field: 'เนื้อหา' }, args);
  }
  const entry = section ?? [...content.procedures, ...content.orders].find((other) => other.manual === manual.id && other.id === part);
  // A list's mark is made from its numbering: that is the field to mend.
  const field = path.replace(/(?:items|steps|groups|tasks|substeps|strategies|duties)\.\d+\.mark$/, 'numbering');
  const keys = field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return problem('not-in-source', entry ? place(entry.file, keys) : { file: manual.file.path, line: 1 }, args);
}

/** Every spelling of a name stands in some seed, as printed or as read. */
function checkSpellings(content: ParsedContent, aligned: readonly AlignedManual[], seeds: Sources['seeds']): Problem[] {
  const texts = [...seeds.map(({ text }) => compact(text)), ...aligned.map(({ reading }) => compact(reading.lines.map(readText).join('')))];
  const stands = (words: string): boolean => texts.some((text) => text.includes(compact(words)));
  return content.people.flatMap((person) => {
    const names: [string, readonly (string | number)[]][] = [
      [person.data.name, ['name']],
      ...person.data.spellings.map((spelling, i): [string, (string | number)[]] => [spelling, ['spellings', i]]),
      ...person.data.posts.flatMap((post, i) => post.printed.map((printed, j): [string, (string | number)[]] => [printed, ['posts', i, 'printed', j]])),
    ];
    return names.flatMap(([words, path]) => (stands(words) ? [] : [problem('spelling-not-in-seeds', place(person.file, path), { spelling: words })]));
  });
}
