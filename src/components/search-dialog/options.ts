// Stage: search dialog, in the browser. What is typed → options for the list, and what is said of them.
import { writeAddress } from '../../search/address.ts';
import { searchEngine, type Answer, type Engine } from '../../search/engine.ts';
import type { Hit } from '../../search/hit.ts';
import { element, markedNodes, type ToHref } from '../../search/hit-dom.ts';
import { hitView } from '../../search/hit-view.ts';
import { fileLoader } from '../../search/load-file.ts';
import { openIndex } from '../../search/open-index.ts';
import { thaiNodes } from '../../thai/thai-nodes.ts';

export interface Options {
  /** Groups of options, best first. */
  readonly groups: readonly HTMLElement[];
  readonly found: string;
  /** The search page with the same question. */
  readonly all: string;
}

/** A list is read at a glance; the search page has the rest. */
const MOST = 8;

interface Group {
  readonly label: string;
  readonly hits: readonly Hit[];
}

/** @param base the site's base path, with its slash at the end */
export function optionFinder(base: string): (typed: string) => Promise<Options> {
  const engine = searchEngine(() => openIndex(fileLoader(`${base}pagefind/`)));
  const toHref: ToHref = (path) => base.replace(/\/$/, '') + path;
  return async (typed) => {
    const answer = await engine.ask(typed, { typing: true });
    const groups = await groupsOf(answer, engine);
    const shown = atMost(groups, MOST);
    const elements = await Promise.all(
      shown.map((group, i) => groupElement(group, i, engine, toHref)),
    );
    const none = { type: [], office: [], unit: [], person: [] };
    return {
      groups: elements,
      found: foundText(typed, groups),
      all: toHref('/search/') + writeAddress({ query: typed, chosen: none }),
    };
  };
}

async function groupsOf(answer: Answer, engine: Engine): Promise<Group[]> {
  const { pages } = await engine.catalogue();
  const people = answer.people.flatMap(({ person }): Hit[] => {
    const page = pages.find(
      ({ kind, people: ids }) => kind === 'person' && ids.includes(person.id),
    );
    const name = page?.parts[0];
    return page && name
      ? [{ page, score: 0, exact: true, runs: [{ from: name.from, to: name.to }] }]
      : [];
  });
  const [meant] = answer.exact.length === 0 ? answer.meant : [];
  const seen = new Set<unknown>();
  return [
    { label: 'ตรงตามคำที่ค้น', hits: answer.exact },
    { label: 'ชื่อใกล้เคียง', hits: people },
    { label: `คุณหมายถึง “${meant?.text ?? ''}”`, hits: meant?.hits ?? [] },
    { label: 'ใกล้เคียง', hits: answer.similar },
  ]
    .map(({ label, hits }) => ({
      label,
      hits: hits.filter(({ page }) => !seen.has(page) && seen.add(page)),
    }))
    .filter(({ hits }) => hits.length > 0);
}

function atMost(groups: readonly Group[], most: number): Group[] {
  let room = most;
  return groups
    .map(({ label, hits }) => {
      const some = hits.slice(0, room);
      room -= some.length;
      return { label, hits: some };
    })
    .filter(({ hits }) => hits.length > 0);
}

async function groupElement(
  group: Group,
  number: number,
  engine: Engine,
  toHref: ToHref,
): Promise<HTMLElement> {
  const lines = await Promise.all(group.hits.map(({ page }) => engine.lines(page)));
  const label = element('p', 'search-group', ...thaiNodes(group.label));
  label.id = `search-group-${String(number)}`;
  const options = group.hits.map((hit, i) => optionElement(hit, lines[i] ?? [], toHref));
  options.forEach((option, i) => (option.id = `search-option-${String(number)}-${String(i)}`));
  const box = element('div', '', label, ...options);
  box.setAttribute('role', 'group');
  box.setAttribute('aria-labelledby', label.id);
  return box;
}

function optionElement(hit: Hit, lines: readonly string[], toHref: ToHref): HTMLAnchorElement {
  const view = hitView(hit, lines);
  const place = view.subs[0];
  const link = element(
    'a',
    'search-option',
    element('b', '', ...markedNodes(view.title)),
    element('span', 'small soft', `${view.kindLabel} `, ...thaiNodes(view.place)),
  );
  const words = place
    ? [element('b', '', place.label), ' ', ...markedNodes(place.text)]
    : view.excerpt && [
        ...(view.excerpt.label ? [`${view.excerpt.label}: `] : []),
        ...markedNodes(view.excerpt.text),
      ];
  if (words) link.append(element('span', 'search-option-words', ...words));
  link.href = toHref(place && !view.title.some(({ mark }) => mark) ? place.url : view.url);
  link.setAttribute('role', 'option');
  link.setAttribute('aria-selected', 'false');
  link.tabIndex = -1;
  return link;
}

function foundText(typed: string, groups: readonly Group[]): string {
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  if (count === 0) return `ไม่พบ “${typed}” ลองคำอื่น หรือกด Enter เพื่อดูรายการทั้งหมด`;
  return groups.map(({ label, hits }) => `${label} ${String(hits.length)} หน้า`).join(' · ');
}
