// Stage: import. A manual with a new part and its reading → where in its lists the part stands as the source has it.
import type { Content } from '../model/library.ts';
import { align, compact } from '../source/align.ts';
import { manualPieces } from '../source/pieces.ts';
import type { Reading } from '../source/reading.ts';

export interface PartPlace {
  /** The chapter that lists the part; undefined: the manual itself. */
  readonly chapter: string | undefined;
  /** The part that it follows; undefined: it is the first. */
  readonly after: string | undefined;
}

/** The place behind a part that is listed somewhere; undefined where it is not. */
export function placeAfter(manual: string, part: string, content: Content): PartPlace | undefined {
  return everyPlace(manual, content).find(({ after }) => after === part);
}

/** The place at the end of the manual. */
export function lastPlace(manual: string, content: Content): PartPlace {
  const parts = content.manuals.find(({ id }) => id === manual)?.data.parts ?? [];
  return { chapter: undefined, after: parts.at(-1) };
}

/**
 * Tries every place, and takes the one where most of the manual stands in its source; `whole` says that the part does.
 * Its words alone do not tell: a title stands in the list of contents as well.
 */
export function placeInSource(
  manual: string,
  part: string,
  content: Content,
  reading: Reading,
): { place: PartPlace; whole: boolean } {
  let best = { place: lastPlace(manual, content), whole: false, score: -1 };
  // From the end: of places that are as good as each other, the last.
  for (const place of everyPlace(manual, content).toReversed()) {
    const pieces = manualPieces(manual, withPart(manual, part, place, content));
    const placed = align(reading, pieces).pieces;
    const score = placed.reduce((sum, { piece }) => sum + compact(piece.text).length, 0);
    if (score <= best.score) continue;
    const own = (list: readonly { part: string }[]): number =>
      list.filter((piece) => piece.part === part).length;
    const whole = own(placed.map(({ piece }) => piece)) === own(pieces);
    best = { place, whole, score };
  }
  return best;
}

function everyPlace(manual: string, content: Content): PartPlace[] {
  const places = (chapter: string | undefined, parts: readonly string[]): PartPlace[] =>
    [undefined, ...parts].map((after) => ({ chapter, after }));
  return [
    ...content.sections.flatMap((section) =>
      section.manual === manual && section.data.kind === 'chapter'
        ? places(section.id, section.data.parts)
        : [],
    ),
    ...content.manuals.flatMap(({ id, data }) =>
      id === manual ? places(undefined, data.parts) : [],
    ),
  ];
}

function withPart(manual: string, part: string, place: PartPlace, content: Content): Content {
  const add = (parts: readonly string[]): string[] => {
    const at = place.after === undefined ? 0 : parts.indexOf(place.after) + 1;
    return [...parts.slice(0, at), part, ...parts.slice(at)];
  };
  return {
    ...content,
    manuals: content.manuals.map((entry) =>
      entry.id === manual && place.chapter === undefined
        ? { ...entry, data: { ...entry.data, parts: add(entry.data.parts) } }
        : entry,
    ),
    sections: content.sections.map((entry) =>
      entry.manual === manual && entry.id === place.chapter && entry.data.kind === 'chapter'
        ? { ...entry, data: { ...entry.data, parts: add(entry.data.parts) } }
        : entry,
    ),
  };
}
