// Stage: search, in the browser. A hit and its page's printed lines → what is shown of it.
import type { CataloguePage, PlacedPart } from './catalogue.ts';
import type { Hit } from './hit.ts';
import { excerpt, type Marked } from './excerpt.ts';
import type { Run } from './match.ts';
import { kindLabel, type Kind } from './search-page.ts';

export interface SubHitView {
  /** From the site's root, with its anchor. */
  readonly url: string;
  readonly label: string;
  readonly text: readonly Marked[];
}

export interface HitView {
  readonly url: string;
  readonly title: readonly Marked[];
  readonly kind: Kind;
  readonly kindLabel: string;
  readonly place: string;
  /** Words of the page that stand nowhere else to lead to, with what they are: `คนเรียกว่า`. */
  readonly excerpt: { readonly label: string; readonly text: readonly Marked[] } | undefined;
  readonly subs: readonly SubHitView[];
  /** How many more places of the page hold the words. */
  readonly more: number;
}

const MOST_SUBS = 3;

/** How many places of a page hold what was asked for. */
export function placesOf(hit: Hit): number {
  return new Set(hit.runs.map(({ from }) => hit.page.partAt[from])).size;
}

/** @param wanted kinds the reader chose; parts of another kind are left out where there are such */
export function hitView(hit: Hit, lines: readonly string[], wanted: readonly Kind[] = []): HitView {
  const { page } = hit;
  const found = partsFound(hit)
    .filter(
      ({ part }) => wanted.length === 0 || wanted.includes(part.kind) || wanted.includes(page.kind),
    )
    .map((each) => ({ ...each, line: lines[each.index] ?? '' }));
  const title = found.find(({ part }) => part.field === 'title');
  const inside = found.filter(({ part }) => part.field !== 'title');
  const anchored = inside.filter(({ part }) => part.anchor !== '');
  const loose = inside.find(({ part }) => part.anchor === '');
  const subs = anchored.slice(0, MOST_SUBS).toSorted((a, b) => a.index - b.index);
  const kind = !title && subs[0] && !loose ? subs[0].part.kind : page.kind;
  const first = page.parts.findIndex(({ field }) => field === 'title');
  return {
    url: page.url,
    title: title
      ? excerpt(title.line, title.runs, hit.exact, Infinity)
      : [{ text: lines[first] ?? page.title, mark: false }],
    kind,
    kindLabel: kindLabel[kind],
    place: page.place,
    excerpt:
      loose && (subs.length === 0 || loose.part.field === 'alias')
        ? {
            label:
              loose.part.field === 'alias' && page.kind !== 'office'
                ? aliasLabel(page)
                : loose.part.label,
            text: excerpt(loose.line, loose.runs, hit.exact),
          }
        : undefined,
    subs: subs.map(({ part, line, runs }) => ({
      url: anchorOf(page, part),
      label: part.label,
      text: excerpt(line, runs, hit.exact),
    })),
    more: anchored.length - subs.length,
  };
}

/** A page as a list shows it when nothing is asked. */
export function pageView(page: CataloguePage): HitView {
  return {
    url: page.url,
    title: [{ text: page.title, mark: false }],
    kind: page.kind,
    kindLabel: kindLabel[page.kind],
    place: page.place,
    excerpt: undefined,
    subs: [],
    more: 0,
  };
}

function aliasLabel(page: CataloguePage): string {
  if (page.kind === 'person') return 'สะกดอีกแบบ';
  return page.kind === 'procedure' || page.kind === 'task' ? 'คนเรียกว่า' : '';
}

function anchorOf(page: CataloguePage, part: PlacedPart): string {
  return `${page.url.replace(/#.*$/, '')}#${part.anchor}`;
}

/** The parts that hold something, the fullest first, each with its own runs from its first unit on. */
function partsFound(hit: Hit): { part: PlacedPart; index: number; runs: Run[] }[] {
  const byPart = new Map<number, Run[]>();
  for (const { from, to } of hit.runs) {
    const index = hit.page.partAt[from] ?? 0;
    const part = hit.page.parts[index];
    if (!part) continue;
    const run = { from: from - part.from, to: Math.min(to, part.to) - part.from };
    byPart.set(index, [...(byPart.get(index) ?? []), run]);
  }
  const fullness = (runs: readonly Run[]): number =>
    runs.reduce((sum, { from, to }) => sum + (to - from - 1) ** 2, 0);
  const parts = [...byPart].flatMap(([index, runs]) => {
    const part = hit.page.parts[index];
    return part ? [{ part, index, runs, fullness: fullness(runs) }] : [];
  });
  const best = Math.max(...parts.map((each) => each.fullness));
  return parts
    .filter((each) => hit.exact || each.fullness >= best * 0.3)
    .sort((a, b) => (hit.exact ? a.index - b.index : b.fullness - a.fullness));
}
