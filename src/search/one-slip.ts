// Stage: search, in the browser. A query that stands nowhere → what it reads with one place mended, as some page has it.
// The list of words mends words; this mends what is in no list: names, and words that a segmenter cuts wrong.
import type { CataloguePage } from './catalogue.ts';
import type { Means } from './exact.ts';
import { wordsOf } from './line-words.ts';
import { findWords } from './match.ts';
import type { Postings } from './pagefind-format.ts';
import { printedUnits } from './printed.ts';
import { isOther, slips } from './slips.ts';
import { unitsIn } from './units.ts';

type LinesOf = (page: CataloguePage) => Promise<readonly string[]>;

/** With fewer units too little is left to know a place by; of a long query, nobody asks for one slip. */
const LEAST_UNITS = 3;
const MOST_UNITS = 24;
/** A slip changes a unit, parts it in two or makes one of two. */
const MOST_BETWEEN = 2;
const MOST_SLIPS = 1.05;
/** Each page that is read is a file. */
const MOST_READ = 12;

/** Where a query stands but for its characters from `start` to `end`. */
interface Place {
  readonly page: CataloguePage;
  readonly start: number;
  readonly end: number;
  /** Positions on the page: of what stands there instead, and of the first unit after it. */
  readonly from: number;
  readonly to: number;
  /** Position of the first unit that is as in the query, or stands in the place of one. */
  readonly begin: number;
}

/** The smallest slips first. */
export async function mendedOnce(query: string, means: Means, lines: LinesOf): Promise<string[]> {
  const mended = new Map<string, number>();
  const pages = new Set<CataloguePage>();
  for (const place of await placesOf(query, means)) {
    if (pages.size >= MOST_READ && !pages.has(place.page)) continue;
    pages.add(place.page);
    const line = await lineAt(place, lines);
    const printed = line && printedAt(place, line);
    if (printed === undefined) continue;
    const distance = slips(query.slice(place.start, place.end).trim(), printed, MOST_SLIPS);
    const text = query.slice(0, place.start) + printed + query.slice(place.end);
    if (distance === Infinity || isOther(query, text, distance)) continue;
    mended.set(text, Math.min(distance, mended.get(text) ?? Infinity));
  }
  return [...mended].sort((a, b) => a[1] - b[1]).map(([text]) => text);
}

async function placesOf(query: string, { catalogue, index }: Means): Promise<Place[]> {
  const units = unitsIn(query);
  const count = units.length;
  const places: (Place & { readonly change: number })[] = [];
  if (count < LEAST_UNITS || count > MOST_UNITS) return places;
  const at = (unit: number): number => units[unit]?.at ?? query.length;
  const starts = async (start: number, end: number): Promise<Postings> =>
    (await findWords([query.slice(start, end)], index))[0]?.postings ?? new Map();
  for (let first = 0; first < count; first++) {
    const before = await starts(0, at(first));
    if (first > 0 && before.size === 0) break;
    for (let next = first + 1; next <= Math.min(count, first + MOST_BETWEEN); next++) {
      // Most of the query has to be as typed.
      if (count - (next - first) < Math.max(2, count / 2)) continue;
      const after = await starts(at(next), query.length);
      for (const [number, positions] of first > 0 ? before : after) {
        const page = catalogue.pages[number];
        const ends = next < count ? new Set(after.get(number)) : undefined;
        if (!page || ends?.size === 0) continue;
        for (const position of positions)
          for (let length = first > 0 && ends ? 0 : 1; length <= MOST_BETWEEN; length++) {
            const from = first > 0 ? position + first : position - length;
            const to = from + length;
            if (ends && !ends.has(to)) continue;
            const change = next - first + Math.abs(length - (next - first));
            const begin = from - first;
            places.push({ page, start: at(first), end: at(next), from, to, begin, change });
          }
      }
    }
  }
  // What leaves most as it is was meant.
  return places.sort((a, b) => a.change - b.change);
}

/** A part of a page as printed, and its first position on the page. */
interface Line {
  readonly text: string;
  readonly from: number;
}

/** Undefined where a part ends within the place. */
async function lineAt({ page, begin, from, to }: Place, lines: LinesOf): Promise<Line | undefined> {
  const index = page.partAt[begin];
  const part = page.parts[index ?? -1];
  if (index === undefined || !part || page.partAt[Math.max(from, to - 1)] !== index)
    return undefined;
  return { text: (await lines(page))[index] ?? '', from: part.from };
}

/** What stands at a place, normalised as far as printed words can be; undefined where no word begins there: ปฏิบั|ติตาม. */
function printedAt({ begin, from, to }: Place, line: Line): string | undefined {
  const units = printedUnits(line.text);
  const first = units[begin - line.from];
  if (!wordsOf(line.text).some(({ from: start }) => start === first?.at)) return undefined;
  return units
    .slice(from - line.from, to - line.from)
    .map(({ text }) => text)
    .join('');
}
