// Stage: authoring. Parsed content and seeds → alignments, and the problems between content and sources.
import type { Alias } from '../model/basis.ts';
import type { AlignedManual, Alignment } from '../source/align.ts';
import { align, compact } from '../source/align.ts';
import type { KnownData } from '../model/known-data.ts';
import { keepAlignment, knownAlignment } from '../source/known-alignment.ts';
import type { Piece } from '../source/pieces.ts';
import { manualPieces } from '../source/pieces.ts';
import type { NoteProblem, Reading, Seed } from '../source/reading.ts';
import { readSeed, readText } from '../source/reading.ts';
import { shifted, shiftOf, type Shift } from '../source/shifted-notes.ts';
import type { Step, Substep } from '../model/procedure.ts';
import type { Correction, Omission } from '../source/seed-notes.ts';
import { Corrections, Omissions } from '../source/seed-notes.ts';
import type { ContentFile } from './content-file.ts';
import { fileFault } from '../source/file-fault.ts';
import { nearest } from './nearest.ts';
import { movedParts, type MovedParts } from './part-order.ts';
import type { Entry, ParsedContent } from './parse-content.ts';
import { headlessManuals, listedParts, partEntries, toContent } from './parse-content.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { unnumberedLists } from './unnumbered-lists.ts';
import { checkShape, faultProblem } from './schema-problems.ts';

/** The seeds and what was decided about them. */
export interface Sources {
  readonly seeds: readonly (Seed & { readonly shown: string })[];
  readonly corrections: ContentFile;
  readonly omissions: ContentFile;
}

const MISFITS: Record<NoteProblem['problem'], { readonly why: string; readonly mend: string }> = {
  'not-on-line': {
    why: 'ไม่มีในบรรทัดนั้น',
    mend: 'แก้ line ข้อความ หรือ occurrence ให้ตรงกับต้นฉบับทุกตัวอักษร',
  },
  'several-on-line': { why: 'มีหลายแห่งในบรรทัดนั้น', mend: 'ใส่ occurrence ว่าเป็นแห่งที่เท่าไรของบรรทัด' },
  overlaps: { why: 'ทับกับบันทึกอื่น', mend: 'รวมเป็นบันทึกเดียว หรือตัดข้อความไม่ให้ทับกัน' },
  'matches-nothing': { why: 'ไม่ตรงกับบรรทัดใดเลย', mend: 'แก้ pattern ให้ตรงกับต้นฉบับ หรือลบบันทึกนี้' },
  'bad-pattern': {
    why: 'ไม่ใช่ regular expression ที่ใช้ได้',
    mend: 'แก้ pattern หรือใช้ line กับ text แทน',
  },
  'no-such-line': { why: 'อยู่ในบรรทัดที่ต้นฉบับไม่มี', mend: 'แก้ line ให้ไม่เกินจำนวนบรรทัดของต้นฉบับ' },
};

type NoteFile = readonly [ContentFile, readonly (Correction | Omission)[]];

/** One word a file for all notes of a seed that are off by the same. */
function shiftProblems(
  { from, by }: Shift,
  seed: Sources['seeds'][number],
  files: readonly NoteFile[],
): Problem[] {
  return files.flatMap(([file, notes]) => {
    const off = [...notes.entries()].filter(
      ([, note]) => note.seed === seed.id && 'line' in note && note.line >= from,
    );
    const [first] = off;
    return first
      ? [
          problem('notes-shifted', place(file, [first[0], 'line']), {
            seed: seed.shown,
            notes: off.length,
            from,
            by,
          }),
        ]
      : [];
  });
}

/**
 * Lays every manual along its seed. Both directions: content that is not in the source, source that is not in the content.
 *
 * @param known manuals that fitted in an earlier build; takes in those that fit now
 */
export function checkSources(
  content: ParsedContent,
  sources: Sources,
  known?: KnownData,
): {
  aligned: AlignedManual[];
  corrections: Correction[];
  omissions: Omission[];
  problems: Problem[];
} {
  const checkedCorrections = checkShape(sources.corrections, Corrections);
  const checkedOmissions = checkShape(sources.omissions, Omissions);
  const corrections = checkedCorrections.data ?? [];
  const omissions = checkedOmissions.data ?? [];
  const seedIds = new Set(sources.seeds.map(({ id }) => id));
  const problems: Problem[] = [...checkedCorrections.problems, ...checkedOmissions.problems];

  // Of a seed that a manual misses nothing more is said.
  const missing = new Set(
    content.manuals.map(({ data }) => data.seed).filter((id) => !seedIds.has(id)),
  );
  const gone = new Set<string>();
  const noteFiles: NoteFile[] = [
    [sources.corrections, corrections],
    [sources.omissions, omissions],
  ];
  for (const [file, notes] of noteFiles) {
    // Of a seed that is gone one word is enough, however many notes it had.
    const lost = Map.groupBy(notes.keys(), (i) => notes[i]?.seed ?? '');
    for (const [seed, [first = 0, ...others]] of lost) {
      if (seedIds.has(seed) || missing.has(seed)) continue;
      const meant = nearest(seed, seedIds);
      if (meant === undefined) gone.add(seed);
      problems.push(
        problem('unknown-seed', place(file, [first, 'seed']), {
          seed,
          nearest: meant,
          notes: others.length + 1,
        }),
      );
    }
  }

  // Without its notes every seed would differ from its content in a hundred places: first things first.
  const aligned: AlignedManual[] = [];
  if (!checkedCorrections.data || !checkedOmissions.data)
    return { aligned, corrections, omissions, problems };

  const meant = content.manuals.flatMap(({ data }) =>
    seedIds.has(data.seed) ? [] : (nearest(data.seed, seedIds) ?? []),
  );
  const unreadManual =
    content.unread.some(({ type }) => type === 'manual') || headlessManuals(content).length > 0;
  const listed = listedParts(content);
  const withUnlisted = new Set(
    partEntries(content).flatMap(({ manual, id }) =>
      listed.has(`${manual}/${id}`) ? [] : [manual],
    ),
  );
  const unnumbered = new Set(
    unnumberedLists(content).map(({ entry: { manual, id } }) => `${manual}/${id}`),
  );
  const contentOf = contentByManual(content);
  const manualsOf = Map.groupBy(content.manuals, ({ data }) => data.seed);
  const readings: Reading[] = [];
  for (const seed of sources.seeds) {
    const fault = fileFault(seed.text);
    if (fault) {
      problems.push(faultProblem(seed.shown, fault.code, fault.line));
      continue;
    }
    if (seed.text.trim() === '') {
      problems.push(problem('empty-seed', { file: seed.shown, line: 1 }, {}));
      continue;
    }
    const read = readSeed(seed, corrections, omissions);
    const shift = shiftOf(seed, read.problems);
    // Laid along the source as they would fit, so that what else is wrong is not lost among what follows from it.
    const fitting = shift
      ? {
          corrections: shifted(corrections, seed, shift),
          omissions: shifted(omissions, seed, shift),
        }
      : { corrections, omissions };
    const { reading, problems: misfits } = shift
      ? readSeed(seed, fitting.corrections, fitting.omissions)
      : read;
    readings.push(reading);
    if (shift) problems.push(...shiftProblems(shift, seed, noteFiles));
    for (const { note, problem: why } of misfits) {
      const isCorrection = 'printed' in note;
      const file = isCorrection ? sources.corrections : sources.omissions;
      const index = isCorrection
        ? fitting.corrections.indexOf(note)
        : fitting.omissions.indexOf(note);
      const [key, text] = isCorrection
        ? ['printed', note.printed]
        : 'text' in note
          ? ['text', note.text]
          : ['pattern', note.pattern];
      const at = place(file, [index, why === 'no-such-line' ? 'line' : key]);
      const nth =
        why === 'not-on-line' && 'occurrence' in note
          ? { why: `ไม่มีแห่งที่ ${String(note.occurrence)} ในบรรทัดนั้น` }
          : {};
      problems.push(problem('note-misfit', at, { text, ...MISFITS[why], ...nth }));
    }
    const manuals = manualsOf.get(seed.id) ?? [];
    if (manuals.length === 0 && !unreadManual && !meant.includes(seed.id))
      problems.push(problem('seed-without-manual', { file: seed.shown, line: 1 }, {}));
    for (const manual of manuals) {
      const { pieces, whole } = readPieces(manual.id, contentOf(manual.id));
      const notes = [corrections, omissions].map((all) =>
        all.filter((one) => one.seed === seed.id),
      );
      const laid = { seed, notes, pieces };
      const before = known && knownAlignment(known, laid);
      if (before) {
        aligned.push({ manual: manual.id, reading, alignment: before });
        continue;
      }
      const listed = align(reading, pieces);
      if (known) keepAlignment(known, laid, listed);
      const moved = movedParts(reading, pieces, listed);
      if (moved) problems.push(orderProblem(moved, manual, content));
      const { alignment } = moved ?? { alignment: listed };
      aligned.push({ manual: manual.id, reading, alignment });
      const rest = !whole && alignment.problems.at(-1)?.type === 'not-covered' ? -1 : undefined;
      problems.push(
        ...alignment.problems
          .slice(0, rest)
          // What stands in a part that no list names is there: that it is not listed is said elsewhere.
          .filter(({ type }) => !withUnlisted.has(manual.id) || type !== 'not-covered')
          // Marks of a list whose first one is not given: that is said of the list.
          .filter(
            (found) =>
              found.type !== 'not-covered' ||
              !unnumbered.has(`${manual.id}/${found.after ?? ''}`) ||
              !LIST_MARK.test(found.text),
          )
          .map((found) => toProblem(found, manual, content, seed)),
      );
    }
  }
  for (const manual of content.manuals) {
    if (!seedIds.has(manual.data.seed)) {
      problems.push(
        problem('unknown-seed', place(manual.file, ['seed']), {
          seed: manual.data.seed,
          nearest: nearest(manual.data.seed, seedIds),
        }),
      );
    }
  }
  // What stands in a seed that could not be read, or that is not there, nobody knows.
  if (readings.length === sources.seeds.length && missing.size + gone.size === 0)
    problems.push(...checkWords(content, readings, sources.seeds));
  return { aligned, corrections, omissions, problems };
}

/** What a list prints before an item: `ก.`, `๑.๒`, `(3)`. */
const LIST_MARK = /^\(?(?:[ก-ฮa-z]|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*)[.)]{0,2}$/i;

const place = (
  file: ContentFile,
  path: readonly (string | number)[],
): { file: string; line: number; field: string } => ({
  file: file.path,
  line: file.position(path).line,
  field: path.join('.'),
});

/** @returns of a manual's id, what of the content is its own: to look through all of it for each would take long where they are many */
function contentByManual(content: ParsedContent): (manual: string) => ParsedContent {
  const manuals = Map.groupBy(content.manuals, ({ id }) => id);
  const sections = Map.groupBy(content.sections, ({ manual }) => manual);
  const procedures = Map.groupBy(content.procedures, ({ manual }) => manual);
  const orders = Map.groupBy(content.orders, ({ manual }) => manual);
  const unread = Map.groupBy(content.unread, (place) => ('manual' in place ? place.manual : ''));
  return (manual) => ({
    manuals: manuals.get(manual) ?? [],
    sections: sections.get(manual) ?? [],
    procedures: procedures.get(manual) ?? [],
    orders: orders.get(manual) ?? [],
    offices: [],
    people: [],
    unread: unread.get(manual) ?? [],
  });
}

/**
 * The pieces up to the first part that could not be read: what follows it has nothing to be laid along.
 *
 * @param content the manual's own
 */
function readPieces(manual: string, content: ParsedContent): { pieces: Piece[]; whole: boolean } {
  const unread = content.unread.filter(({ type }) => type !== 'manual');
  const known = toContent(content);
  const gaps = unread.map(({ id }) => ({
    manual,
    id,
    data: { kind: 'prose' as const, title: id },
    paragraphs: [],
  }));
  const pieces = manualPieces(manual, { ...known, sections: [...known.sections, ...gaps] });
  // A part that is listed twice is laid once: that it is listed twice is said elsewhere.
  const once = [...new Map(pieces.map((piece) => [`${piece.part} ${piece.path}`, piece])).values()];
  const end = once.findIndex(({ part }) => unread.some(({ id }) => id === part));
  return end < 0 ? { pieces: once, whole: true } : { pieces: once.slice(0, end), whole: false };
}

/** Said where the first of the parts is listed: the others stand in it or behind it. */
function orderProblem(
  { parts, after }: MovedParts,
  manual: ParsedContent['manuals'][number],
  content: ParsedContent,
): Problem {
  const chapters = content.sections.flatMap(({ manual: of, id, file, data }) =>
    of === manual.id && data.kind === 'chapter' ? [{ id, file, parts: data.parts }] : [],
  );
  const top = { file: manual.file, parts: manual.data.parts };
  const [first = ''] = parts;
  const list = [top, ...chapters].find((one) => one.parts.includes(first)) ?? top;
  // Of a part in a chapter that the list names, the chapter. Chapters may hold each other by mistake.
  const seen = new Set<string>();
  let named = after;
  while (named !== undefined && !list.parts.includes(named) && !seen.has(named)) {
    const inside = named;
    seen.add(inside);
    named = chapters.find((chapter) => chapter.parts.includes(inside))?.id ?? inside;
  }
  return problem('part-out-of-order', place(list.file, ['parts', list.parts.indexOf(first)]), {
    first,
    after: named,
  });
}

function toProblem(
  found: Alignment['problems'][number],
  manual: Entry<unknown>,
  content: ParsedContent,
  seed: Sources['seeds'][number],
): Problem {
  if (found.type === 'not-covered') {
    return problem(
      'not-covered',
      { file: seed.shown, line: found.at.line },
      { text: found.text, column: found.at.column },
    );
  }
  const { part, path } = found.piece;
  const args = {
    expected: found.expected,
    printed: found.printed,
    seed: seed.id,
    line: found.at.line,
  };
  const section = content.sections.find((entry) => entry.manual === manual.id && entry.id === part);
  const body = /^body\.(\d+)$/.exec(path);
  if (section && body) {
    const line = section.file.bodyLine + (section.prose[Number(body[1])]?.line ?? 1) - 1;
    return problem('not-in-source', { file: section.file.path, line, field: 'เนื้อหา' }, args);
  }
  const entry =
    section ??
    [...content.procedures, ...content.orders].find(
      (other) => other.manual === manual.id && other.id === part,
    );
  // A list's mark is made from its numbering: that is the field to mend.
  const field = path.replace(
    /(?:items|steps|groups|tasks|substeps|strategies|duties)\.\d+\.mark$/,
    'numbering',
  );
  const keys = field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return problem(
    'not-in-source',
    entry ? place(entry.file, keys) : { file: manual.file.path, line: 1 },
    args,
  );
}

/** Every spelling of a name, and every text that is said to be stated, stands in some seed, as printed or as read. */
function checkWords(
  content: ParsedContent,
  readings: readonly Reading[],
  seeds: Sources['seeds'],
): Problem[] {
  const read = new Map(readings.map((reading) => [reading.seed, reading]));
  const texts = new Map<string, readonly string[]>();
  /** As printed and as read. */
  const textsOf = ({ id, text }: Sources['seeds'][number]): readonly string[] => {
    const known = texts.get(id);
    if (known) return known;
    const lines = read.get(id)?.lines ?? [];
    const made = [compact(text), compact(lines.map(readText).join(''))];
    texts.set(id, made);
    return made;
  };
  const seedOf = new Map(content.manuals.map(({ id, data }) => [id, data.seed]));
  const seedsById = new Map(seeds.map((seed) => [seed.id, seed]));
  const stands = (words: string, manual: string): boolean => {
    const wanted = compact(words);
    const standsIn = (seed: Sources['seeds'][number]): boolean =>
      textsOf(seed).some((text) => text.includes(wanted));
    // Most stand in their own manual's seed, and there are many others.
    const own = seedsById.get(seedOf.get(manual) ?? '');
    return (own !== undefined && standsIn(own)) || seeds.some(standsIn);
  };
  const stated = statedTexts(content).flatMap(({ entry, path, text }) =>
    // Word by word: a title may be put together from several lines of a cover.
    text.split(/\s+/).every((word) => stands(word, entry.manual))
      ? []
      : [problem('stated-not-in-seeds', place(entry.file, path), { text })],
  );
  const spellings = content.people.flatMap((person) => {
    const names: [string, readonly (string | number)[]][] = [
      [person.data.name, ['name']],
      ...person.data.spellings.map((spelling, i): [string, (string | number)[]] => [
        spelling,
        ['spellings', i],
      ]),
      ...person.data.posts.flatMap((post, i) =>
        post.printed.map((printed, j): [string, (string | number)[]] => [
          printed,
          ['posts', i, 'printed', j],
        ]),
      ),
    ];
    return names.flatMap(([words, path]) =>
      stands(words, '')
        ? []
        : [problem('spelling-not-in-seeds', place(person.file, path), { spelling: words })],
    );
  });
  const free = freeTexts(content).flatMap(({ entry, path, text }) =>
    stands(text, entry.manual)
      ? []
      : [problem('words-not-in-seeds', place(entry.file, path), { text })],
  );
  return [...stated, ...free, ...spellings];
}

interface PlacedText {
  readonly entry: Entry<unknown>;
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/**
 * The texts of procedures that stand outside of the pieces: form fields, durations, the conditions of branches.
 * An editor's own branch (`inferred`) says so on the page and need not be in the source.
 */
function freeTexts(content: ParsedContent): PlacedText[] {
  return content.procedures.flatMap((entry): PlacedText[] => {
    const ofStep = (step: Step | Substep, path: readonly (string | number)[]): PlacedText[] => [
      ...(step.duration === undefined
        ? []
        : [{ entry, path: [...path, 'duration'], text: step.duration }]),
      ...(step.next ?? []).flatMap((branch, i) =>
        branch.when === undefined || branch.inferred
          ? []
          : [{ entry, path: [...path, 'next', i, 'when'], text: branch.when }],
      ),
    ];
    const ofForm = Object.entries(entry.data.form).flatMap(([field, value]) =>
      Array.isArray(value)
        ? value.map((text, i): PlacedText => ({ entry, path: ['form', field, i], text }))
        : value === 'none' || value === 'not-stated'
          ? []
          : [{ entry, path: ['form', field], text: value }],
    );
    const ofSteps = entry.data.steps.flatMap((step, i) => [
      ...ofStep(step, ['steps', i]),
      ...(step.substeps ?? []).flatMap((substep, j) =>
        ofStep(substep, ['steps', i, 'substeps', j]),
      ),
    ]);
    return [...ofForm, ...ofSteps];
  });
}

/** The texts outside of the pieces whose `basis` says that the source states them. */
function statedTexts(content: ParsedContent): PlacedText[] {
  const aliases = (
    entry: Entry<unknown>,
    path: (string | number)[],
    list: readonly Alias[],
  ): PlacedText[] =>
    list.flatMap(({ text, basis }, i) =>
      basis === 'stated' ? [{ entry, path: [...path, 'aliases', i, 'text'], text }] : [],
    );
  return [
    ...content.manuals.flatMap((entry) =>
      entry.data.title.basis === 'stated'
        ? [{ entry, path: ['title', 'text'], text: entry.data.title.text }]
        : [],
    ),
    ...content.offices.flatMap((entry) => [
      ...(entry.data.basis === 'stated' ? [{ entry, path: ['name'], text: entry.data.name }] : []),
      ...entry.data.units.flatMap((unit, i) =>
        unit.basis === 'stated' ? [{ entry, path: ['units', i, 'name'], text: unit.name }] : [],
      ),
    ]),
    ...content.procedures.flatMap((entry) => aliases(entry, [], entry.data.aliases)),
    ...content.sections.flatMap((entry) =>
      entry.data.kind === 'tasks'
        ? entry.data.groups.flatMap((group, i) => [
            ...aliases(entry, ['groups', i], group.aliases),
            ...(group.tasks ?? []).flatMap((task, j) =>
              aliases(entry, ['groups', i, 'tasks', j], task.aliases),
            ),
          ])
        : [],
    ),
  ];
}
