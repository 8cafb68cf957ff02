// Stage: render. An office's files → a key for each manual, the same where the pages that show only it are the same; an address → which manuals it shows.
import { createHash } from 'node:crypto';
import type { OfficeFiles } from '../authoring/check-content.ts';
import { bodyIn, parseContentFile } from '../authoring/content-file.ts';
import { contentPlace } from '../authoring/content-place.ts';

/** What pages depend on: all of it that shows of a manual on its own pages. */
export interface PageKeys {
  /** By manual. */
  readonly manuals: Readonly<Record<string, string>>;
  /** The manual made from a seed, by seed. */
  readonly seeds: Readonly<Record<string, string>>;
  /** Bodies become part of the page program: where they change, it has to be made anew. */
  readonly bodies: string;
}

/**
 * A manual's pages show its own files and seed, and of the rest of the office whatever it says, but for the wording of the other
 * manuals' steps: that stands on those manuals' pages, on the pages of two manuals compared, and on those that are made in any case.
 */
export function pageKeys(files: OfficeFiles): PageKeys {
  const outline = createHash('sha256');
  const bodies = createHash('sha256');
  const own = new Map<string, string[]>();
  const seeds: Record<string, string> = {};
  const seedOf = new Map<string, string>();
  for (const { path, text } of files.content) {
    const place = contentPlace(path);
    const manual =
      place && ('manual' in place ? place.manual : place.type === 'manual' && place.id);
    outline.update(`${path}\0${place?.type === 'procedure' ? wordless(text) : text}\0`);
    const body = bodyIn(path, text);
    if (body.trim() !== '') bodies.update(`${path}\0${body}\0`);
    if (!manual) continue;
    own.set(manual, [...(own.get(manual) ?? []), path, text]);
    const { seed } = place.type === 'manual' ? dataOf(path, text) : {};
    if (typeof seed !== 'string') continue;
    seeds[seed] = manual;
    seedOf.set(manual, seed);
  }
  for (const { text } of [files.corrections, files.omissions]) outline.update(`${text}\0`);
  outline.update(files.seeds.map(({ id }) => id).join('\0'));
  const rest = outline.digest('hex');
  const texts = new Map(files.seeds.map(({ id, text }) => [id, text]));
  return {
    manuals: Object.fromEntries(
      [...own].map(([manual, parts]) => {
        const seed = texts.get(seedOf.get(manual) ?? '') ?? '';
        const key = createHash('sha256').update(rest).update(parts.join('\0')).update(seed);
        return [manual, key.digest('hex').slice(0, 32)];
      }),
    ),
    seeds,
    bodies: bodies.digest('hex'),
  };
}

/** The manuals, by id, without which an address' page would be another; undefined where it may show any of them. */
export function manualsShown(
  pathname: string,
  seeds: PageKeys['seeds'],
): readonly string[] | undefined {
  const [section, first, second] = pathname.split('/').filter(Boolean);
  if (first === undefined) return undefined;
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

function dataOf(path: string, text: string): { readonly seed?: unknown } {
  return parseContentFile(path, text).data ?? {};
}
