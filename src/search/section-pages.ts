// Stage: search. A manual's sections → pages of the index; what has a page of its own elsewhere is left out.
import { flatParts, type Manual, type Part } from '../model/library.ts';
import { bareMark, markAt } from '../model/mark.ts';
import { itemAnchor, itemPath, partPath } from '../model/paths.ts';
import type { Strategy } from '../model/section.ts';
import type { NumberedList } from '../model/text.ts';
import { alias, belonging, placeOf, title } from './page-parts.ts';
import type { SearchPage, SearchPart } from './search-page.ts';

/** Where a part of a manual stands in its source, as the site says it: `บรรทัด 95`. */
export type LinesOf = (manual: string, part: string, path?: string) => string | undefined;

export function sectionPages(manual: Manual, linesOf: LinesOf): SearchPage[] {
  return flatParts(manual.parts).flatMap((part): SearchPage[] => {
    const section = sectionParts(part);
    if (!section) return [];
    const page: Omit<SearchPage, 'url' | 'title' | 'kind' | 'parts'> = {
      place: [placeOf(manual), linesOf(manual.id, part.id)].filter(Boolean).join(' '),
      ...belonging(manual),
      people: peopleNamedIn(manual, part),
    };
    if (section.strategies)
      return section.strategies.map(({ strategy, mark }) => ({
        ...page,
        url: itemPath(manual.id, strategy.id),
        title: strategy.text,
        kind: 'strategy',
        place: `${mark} ${placeOf(manual)}`,
        parts: strategyParts(strategy, mark),
      }));
    return [
      {
        ...page,
        url: partPath(manual.id, part.id),
        title: section.title,
        kind: 'text',
        parts: [title(section.title), ...section.parts],
      },
    ];
  });
}

interface SectionParts {
  readonly title: string;
  readonly parts: readonly SearchPart[];
  readonly strategies?: readonly { readonly strategy: Strategy; readonly mark: string }[];
}

/** Undefined for what has a page of its own or repeats others: procedures, orders, tasks, contents lists. */
function sectionParts(part: Part): SectionParts | undefined {
  const body = (texts: readonly string[]): SearchPart[] =>
    texts.map((text) => ({ field: 'body', text }));
  if (part.type === 'chapter') {
    const { title: name, scope } = part.chapter;
    return scope && { title: name, parts: listParts(scope, 'ขอบเขต') };
  }
  if (part.type !== 'section') return undefined;
  const { data, paragraphs } = part.section;
  switch (data.kind) {
    case 'cover':
      return { title: 'หน้าปก', parts: body(data.lines) };
    case 'prose':
      return { title: data.title ?? 'ข้อความ', parts: body(paragraphs) };
    case 'statement':
      return { title: data.title, parts: body(data.text) };
    case 'list':
      return {
        title: data.title,
        parts: [...body(data.before), ...listParts(data), ...body(data.after)],
      };
    case 'lost':
      return { title: data.title, parts: body(data.lines) };
    case 'strategies':
      return {
        title: data.title,
        parts: [],
        strategies: data.strategies.map((strategy, i) => ({
          strategy,
          mark: markAt(data.numbering, i),
        })),
      };
    case 'contents':
    case 'tasks':
    case 'chapter':
      return undefined;
  }
}

function strategyParts(strategy: Strategy, mark: string): SearchPart[] {
  return [
    title(strategy.text),
    alias(mark),
    ...(strategy.goals ? listParts(strategy.goals, strategy.goalsHeading) : []),
    ...(strategy.ways ? listParts(strategy.ways, strategy.waysHeading) : []),
  ];
}

function listParts(list: NumberedList, heading?: string): SearchPart[] {
  const part = (item: { id: string; text: string }, mark: string | undefined): SearchPart => {
    const label = [heading, mark ?? (heading ? undefined : 'ข้อ')].filter(Boolean).join(' ');
    return { field: 'body', anchor: itemAnchor(item.id), label, text: item.text };
  };
  return list.items.flatMap((item, i) => [
    part(item, numbered(list.numbering, i, heading)),
    ...(item.items ?? []).map((sub, j) => part(sub, numbered(item.numbering, j, heading))),
  ]);
}

function numbered(numbering: string | undefined, i: number, heading?: string): string | undefined {
  if (!numbering) return undefined;
  const mark = bareMark(markAt(numbering, i));
  return heading ? mark : `ข้อ ${mark}`;
}

/** Those whose name, in any spelling, stands in the part. */
function peopleNamedIn(manual: Manual, part: Part): string[] {
  const text = JSON.stringify(part);
  return manual.authors
    .filter(({ name, spellings }) => [name, ...spellings].some((each) => text.includes(each)))
    .map(({ id }) => id);
}
