// Stage: render. An office's files → a key for each manual and procedure, the same where the pages that show only it are the same; an address → which of them it shows.
import { createHash } from 'node:crypto';
import type { OfficeFiles } from '../authoring/check-content.ts';
import { bodyIn } from '../authoring/content-file.ts';
import { contentPlace } from '../authoring/content-place.ts';
import type { AlignedManual } from '../source/align.ts';
import { correctionsWithin } from '../source/provenance.ts';

/** All of the office but the wording of steps and of sources. No manual is called that. */
export const OUTLINE = '';

/** Lists, and what is the same for every office. Where they begin to show a step or a line of a source, they have to go from here. */
const OUTLINED =
  /^(?:|404|about|about\/authors|data\/\w+\.schema\.json|keeper|manifest\.webmanifest|manuals|my|offices|offices\/[^/]+|offline|people|search)$/;

/** What pages depend on: all of it that shows of a manual or a procedure on its own pages. */
export interface PageKeys {
  /** By manual, `loei-1`; by procedure, `loei-1/leave`, where it is known where its texts stand; of the outline, OUTLINE. */
  readonly shown: Readonly<Record<string, string>>;
  /** The manual made from a seed, by seed. */
  readonly seeds: Readonly<Record<string, string>>;
  /** Bodies become part of the page program: where they change, it has to be made anew. */
  readonly bodies: string;
}

/**
 * A manual's pages show its own files and seed, and of the rest of the office whatever it says, but for the wording of the other
 * manuals' steps: that stands on those manuals' pages, on the pages of two manuals compared, and on those that are made in any case.
 * A procedure's pages show of its manual no more than of the rest of the office, and of the seed where its own texts stand there.
 *
 * @param seedOf a manual's id → its seed's
 * @param aligned the manuals laid along their seeds, where that is known
 */
export function pageKeys(
  files: OfficeFiles,
  seedOf: ReadonlyMap<string, string>,
  aligned: readonly AlignedManual[] = [],
): PageKeys {
  const outline = createHash('sha256');
  const bodies = createHash('sha256');
  const own = new Map<string, string[]>();
  const procedures = new Map<string, string>();
  for (const { path, text } of files.content) {
    const place = contentPlace(path);
    const manual =
      place && ('manual' in place ? place.manual : place.type === 'manual' && place.id);
    outline.update(`${path}\0${place?.type === 'procedure' ? wordless(text) : text}\0`);
    const body = bodyIn(path, text);
    if (body.trim() !== '') bodies.update(`${path}\0${body}\0`);
    if (!manual) continue;
    own.set(manual, [...(own.get(manual) ?? []), path, text]);
    if (place.type === 'procedure') procedures.set(`${manual}/${place.id}`, text);
  }
  for (const { text } of [files.corrections, files.omissions]) outline.update(`${text}\0`);
  outline.update(files.seeds.map(({ id }) => id).join('\0'));
  const rest = outline.digest('hex');
  const texts = new Map(files.seeds.map(({ id, text }) => [id, text]));
  const places = placesOf(aligned);
  const shown: Record<string, string> = { [OUTLINE]: rest };
  for (const [manual, parts] of own)
    shown[manual] = key(rest, ...parts, texts.get(seedOf.get(manual) ?? '') ?? '');
  for (const [ref, text] of procedures) {
    const place = places.get(ref);
    if (place !== undefined) shown[ref] = key(rest, text, place);
  }
  const seeds = Object.fromEntries([...seedOf].map(([manual, seed]) => [seed, manual]));
  return { shown, seeds, bodies: bodies.digest('hex') };
}

/** By part, where each of its texts stands and what was corrected in it. */
function placesOf(aligned: readonly AlignedManual[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const { manual, reading, alignment } of aligned) {
    const isCorrected = reading.lines.some(({ runs }) =>
      runs.some(({ type }) => type === 'corrected'),
    );
    for (const [part, own] of Map.groupBy(alignment.pieces, ({ piece }) => piece.part)) {
      const placed = own.map(({ piece: { path }, span }) => {
        const { seed, from, to } = span;
        const corrections = isCorrected ? JSON.stringify(correctionsWithin(reading, span)) : '';
        return [path, seed, from.line, from.column, to.line, to.column, corrections].join(' ');
      });
      places.set(`${manual}/${part}`, placed.join('\0'));
    }
  }
  return places;
}

function key(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}

/** The keys without which an address' page would be another; undefined where it may show anything. */
export function shownAt(
  pathname: string,
  { seeds, shown }: Pick<PageKeys, 'seeds' | 'shown'>,
): readonly string[] | undefined {
  const parts = pathname.split('/').filter(Boolean);
  if (OUTLINED.test(parts.join('/'))) return [OUTLINE];
  const [section, first, second] = parts;
  if (first === undefined) return undefined;
  if (section === 'manuals' && second !== undefined) {
    const ref = `${first}/${second.replace(/\.\w+$/, '')}`;
    return [shown[ref] === undefined ? first : ref];
  }
  if (section === 'manuals' || section === 'keeper') return [first];
  if (section === 'sources') return seeds[first] === undefined ? undefined : [seeds[first]];
  if (section === 'tasks' && first === 'compare') return second?.split('--');
  return undefined;
}

/** A procedure's file without the words of its steps. */
function wordless(text: string): string {
  const lines: string[] = [];
  let isInSteps = false;
  /** How far the field is set in whose words are being left out. */
  let left = Infinity;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) isInSteps = line.startsWith('steps:');
    const depth = line.search(/\S|$/);
    if (isInSteps && depth > left) continue;
    left = Infinity;
    const field = isInSteps ? /^(\s+(?:- )?)text:/.exec(line)?.[1] : undefined;
    if (field === undefined) lines.push(line);
    else {
      lines.push(field);
      left = field.length;
    }
  }
  return lines.join('\n');
}
