// Stage: search page, in the browser. An answer and what was chosen → the elements that show it.
import { filtered, type Chosen, type Filterable } from '../../search/facets.ts';
import type { Answer, Engine } from '../../search/engine.ts';
import type { Hit } from '../../search/hit.ts';
import { element, hitElement, type ToHref } from '../../search/hit-dom.ts';
import { hitView, pageView, placesOf } from '../../search/hit-view.ts';
import type { Catalogue, CataloguePage } from '../../search/catalogue.ts';
import { findPeople } from '../../search/people.ts';
import type { Intent } from '../../search/question.ts';
import type { Kind } from '../../search/search-page.ts';
import { writeAddress } from '../../search/address.ts';
import { thaiNodes } from '../../thai/thai-nodes.ts';

export interface Shown {
  readonly engine: Engine;
  readonly toHref: ToHref;
  readonly icon: (kind: Kind) => Node;
  readonly chosen: Chosen;
  /** How many manuals the site has. */
  readonly manuals: number;
  /** Queries to suggest where nothing is found. */
  readonly examples: { readonly task: string | undefined; readonly alias: string | undefined };
}

/** As many results as a list shows before the reader asks for more. */
const FIRST = 12;

/** A group of results under a heading, in the order of the page. */
export interface Group {
  readonly name: 'exact' | 'meant' | 'people' | 'similar';
  /** What was searched for, where it is not what was asked for. */
  readonly text: string;
  readonly hits: readonly Hit[];
}

/** What the reader sees of an answer: every page once, in the first group that has it. */
export function groupsOf(answer: Answer, pages: readonly CataloguePage[]): Group[] {
  const seen = new Set<CataloguePage>();
  const fresh = (hits: readonly Hit[]): Hit[] =>
    hits.filter(({ page }) => !seen.has(page) && seen.add(page));
  const people = answer.people.flatMap(({ person }): Hit[] => {
    const page = pages.find(
      ({ kind, people: ids }) => kind === 'person' && ids.includes(person.id),
    );
    const part = page?.parts[0];
    return page && part
      ? [{ page, score: 0, exact: true, runs: [{ from: part.from, to: part.to }] }]
      : [];
  });
  const [meant] = answer.exact.length === 0 ? answer.meant : [];
  return [
    { name: 'exact' as const, text: answer.words, hits: fresh(answer.exact) },
    { name: 'people' as const, text: answer.words, hits: fresh(people) },
    { name: 'meant' as const, text: meant?.text ?? '', hits: fresh(meant?.hits ?? []) },
    { name: 'similar' as const, text: answer.words, hits: fresh(answer.similar) },
  ].filter(({ hits }) => hits.length > 0);
}

/** `พบคำนี้ 5 แห่ง ใน 4 หน้า และเรื่องใกล้เคียง 2 หน้า` */
export function foundText(groups: readonly Group[], words: string): string {
  const of = (name: Group['name']): readonly Hit[] =>
    groups.find((group) => group.name === name)?.hits ?? [];
  const exact = of('exact');
  const others = [...of('people'), ...of('meant'), ...of('similar')].length;
  const places = exact.reduce((sum, hit) => sum + placesOf(hit), 0);
  if (exact.length === 0 && others === 0) return `ไม่พบ “${words}”`;
  if (exact.length === 0) return `ไม่พบ “${words}” ตรงตัว พบเรื่องใกล้เคียง ${String(others)} หน้า`;
  const near = others > 0 ? ` และเรื่องใกล้เคียง ${String(others)} หน้า` : '';
  return `พบ “${words}” ${String(places)} แห่ง ใน ${String(exact.length)} หน้า${near}`;
}

const HEADINGS: Record<Group['name'], string> = {
  exact: 'ตรงตามคำที่ค้น',
  people: 'ชื่อใกล้เคียง',
  meant: 'ตรงกับคำที่อาจหมายถึง',
  similar: 'ใกล้เคียง',
};

export async function groupSection(group: Group, shown: Shown): Promise<HTMLElement> {
  const section = element('section', group.name === 'exact' ? '' : 'near');
  const id = `found-${group.name}`;
  section.setAttribute('aria-labelledby', id);
  const heading = element('h2', '', HEADINGS[group.name]);
  heading.id = id;
  const note =
    group.name === 'similar'
      ? element('span', 'soft', ...thaiNodes(`ไม่มีคำว่า “${group.text}” ครบตามที่ค้น แต่พูดถึงเรื่องเดียวกัน`))
      : group.name === 'meant'
        ? element('span', 'soft', ...thaiNodes(`ค้นด้วย “${group.text}”`))
        : '';
  const count = element('span', 'soft num', `${String(group.hits.length)} หน้า`);
  section.append(element('div', 'count', heading, count, note));
  section.append(await hitList(group.hits, shown));
  return section;
}

async function hitList(hits: readonly Hit[], shown: Shown): Promise<DocumentFragment> {
  const list = element('ol', 'ledger');
  const fragment = document.createDocumentFragment();
  const add = async (some: readonly Hit[]): Promise<void> => {
    const lines = await Promise.all(some.map(({ page }) => shown.engine.lines(page)));
    some.forEach((hit, i) => {
      const view = hitView(hit, lines[i] ?? [], shown.chosen.type as readonly Kind[]);
      list.append(hitElement(view, shown.toHref, shown.icon));
    });
  };
  await add(hits.slice(0, FIRST));
  fragment.append(list);
  const rest = hits.slice(FIRST);
  const addRest = async (): Promise<void> => {
    await add(rest);
    // The button goes: who works by keyboard reads on from the first that came.
    list.children[FIRST]?.querySelector('a')?.focus({ preventScroll: true });
  };
  if (rest.length > 0) fragment.append(moreButton(rest.length, addRest));
  return fragment;
}

function moreButton(count: number, add: () => Promise<void>): HTMLElement {
  const button = element('button', 'btn search-more', `แสดงอีก ${String(count)} หน้า`);
  button.type = 'button';
  button.addEventListener('click', () => {
    button.disabled = true;
    add().then(
      () => button.remove(),
      () => {
        button.disabled = false;
        button.textContent = 'โหลดไม่สำเร็จ ลองอีกครั้ง';
      },
    );
  });
  return button;
}

/** Nothing asked, something chosen: the pages themselves. */
export function browseSection(hits: readonly Filterable[], shown: Shown): HTMLElement {
  const heading = element('h2', '', 'รายการตามตัวกรอง');
  heading.id = 'found-chosen';
  const count = element('span', 'soft num', `${String(hits.length)} หน้า`);
  const list = element('ol', 'ledger');
  for (const { page } of hits) list.append(hitElement(pageView(page), shown.toHref, shown.icon));
  const section = element('section', '', element('div', 'count', heading, count), list);
  section.setAttribute('aria-labelledby', heading.id);
  return section;
}

/** `คุณหมายถึง สารบรรณ หรือ …` */
export function meantLine(answer: Answer, shown: Shown): HTMLElement | undefined {
  if (answer.meant.length === 0) return undefined;
  const line = element('p', 'meant', answer.exact.length > 0 ? 'หรือหมายถึง ' : 'คุณหมายถึง ');
  answer.meant.forEach(({ text, hits }, i) => {
    const link = element('a', 'tap', ...thaiNodes(text));
    link.href = shown.toHref('/search/') + writeAddress({ query: text, chosen: shown.chosen });
    link.dataset['query'] = text;
    line.append(i > 0 ? ' หรือ ' : '', link, ` (${String(hits.length)} หน้า)`);
  });
  return line;
}

/** How a question was read; and, where it asks who, which page says so, or that none was found. */
export function questionLine(
  answer: Answer,
  groups: readonly Group[],
  catalogue: Catalogue,
  toHref: ToHref,
): HTMLElement | undefined {
  const { intent, subject } = answer.question;
  if (!intent) return undefined;
  const read = {
    who: `อ่านคำถามว่า ใครรับผิดชอบ “${subject}”`,
    'stand-in': `อ่านคำถามว่า ใครปฏิบัติหน้าที่แทน “${subject}”`,
    duties: `อ่านคำถามว่า “${subject}” มีหน้าที่อะไร`,
    how: `อ่านคำถามว่า “${subject}” ทำอย่างไร`,
    'how-much': `อ่านคำถามว่า “${subject}” ใช้เวลาหรือค่าใช้จ่ายเท่าใด`,
  }[intent];
  const line = element('p', 'soft small read-as', ...thaiNodes(read));
  const told = whoIsTold(answer, groups, catalogue);
  if (told) {
    const links = told.people.map(({ url, title }) => {
      const link = element('a', 'tap', ...thaiNodes(title));
      link.href = toHref(url);
      return link;
    });
    line.append(' ', ...thaiNodes(told.lead), ' ', ...links.flatMap((link) => [link, ' ']));
  } else line.append(...thaiNodes(lacking(intent, groups)));
  return line;
}

/** A person's page, or a place on it. */
interface Told {
  readonly lead: string;
  readonly people: readonly { readonly url: string; readonly title: string }[];
}

/** Where the results themselves do not name who was asked for, but a page does: who, and what that page is. */
export function whoIsTold(
  { question: { intent, subject } }: Answer,
  groups: readonly Group[],
  { pages, people: named }: Catalogue,
): Told | undefined {
  const pageOf = (id: string): CataloguePage[] =>
    pages.filter(({ kind, people }) => kind === 'person' && people.includes(id));
  if (intent === 'stand-in') {
    const people = findPeople(subject, named).filter(({ slips }) => slips === 0);
    const asked = people.flatMap(({ person }) => pageOf(person.id));
    // The words themselves find whom the person stands in for, which was not asked.
    return asked.length === 0
      ? undefined
      : {
          lead: 'ใครแทนบุคคลนี้ ดูที่',
          people: asked.map(({ url, title }) => ({ url: `${url}#stand-ins`, title })),
        };
  }
  if (intent !== 'who') return undefined;
  const found = groups
    .filter(({ name }) => name === 'exact' || name === 'meant')
    .flatMap(({ hits }) => hits.map(({ page }) => page));
  if (found.some(({ kind }) => kind === 'person')) return undefined;
  const procedure = found.find(({ kind, people }) => kind === 'procedure' && people.length > 0);
  return procedure
    ? {
        lead: 'งานแรกที่พบด้านล่าง มีผู้รับผิดชอบ (ดูที่มาในหน้างาน) คือ',
        people: procedure.people.flatMap(pageOf),
      }
    : undefined;
}

function lacking(intent: Intent, groups: readonly Group[]): string {
  const found = (wanted: Kind): boolean =>
    groups.some(({ hits }) => hits.some(({ page }) => page.kind === wanted));
  if (groups.length === 0) return '';
  if (intent === 'how' || intent === 'how-much')
    return found('procedure') ? '' : ' ไม่พบงานที่มีขั้นตอนของเรื่องนี้';
  return found('person') ? '' : ' ไม่พบชื่อผู้รับผิดชอบเรื่องนี้ในคำสั่งที่มีในเว็บนี้';
}

/** Nothing found: said in words, with ways on. */
export function emptySection(words: string, narrowed: boolean, shown: Shown): HTMLElement {
  const heading = element(
    'h2',
    '',
    ...thaiNodes(
      narrowed
        ? `ไม่พบ “${words}” ในตัวกรองที่เลือก`
        : `ไม่พบ “${words}” ใน${shown.manuals === 1 ? 'คู่มือ' : `คู่มือทั้ง ${String(shown.manuals)} ฉบับ`}`,
    ),
  );
  const link = (path: string, label: string): HTMLLIElement => {
    const anchor = element('a', '', element('span', '', ...thaiNodes(label)));
    anchor.href = shown.toHref(path);
    return element('li', '', anchor);
  };
  const { task, alias } = shown.examples;
  const section = element(
    'section',
    'block',
    heading,
    element(
      'p',
      'soft',
      ...thaiNodes(
        narrowed
          ? 'ลองยกเลิกตัวกรองบางข้อ'
          : 'คู่มือในเว็บนี้เป็นงานของสำนักงานการศึกษา และไม่มีคำที่สะกดใกล้เคียงให้แนะนำ',
      ),
    ),
    element(
      'div',
      'offers',
      element(
        'div',
        '',
        element('h2', '', 'ลองค้นแบบนี้'),
        element(
          'ul',
          '',
          ...(task ? [link(`/search/?q=${encodeURIComponent(task)}`, `ชื่องาน เช่น ${task}`)] : []),
          ...(alias
            ? [link(`/search/?q=${encodeURIComponent(alias)}`, `คำที่ใช้พูดกัน เช่น ${alias}`)]
            : []),
          link('/search/?type=person', 'ชื่อหรือนามสกุล สะกดไม่ตรงก็พบ'),
        ),
      ),
      element(
        'div',
        '',
        element('h2', '', 'หรือเปิดดูจากรายการ'),
        element(
          'ul',
          '',
          link('/manuals/', 'งานที่มีขั้นตอน'),
          link('/tasks/', 'ภารกิจ'),
          link('/people/', 'รายชื่อบุคคลและหน้าที่'),
        ),
      ),
    ),
  );
  section.dataset['searchEmpty'] = '';
  return section;
}

export function inGroups(groups: readonly Group[], chosen: Chosen): Group[] {
  return groups
    .map((group) => ({ ...group, hits: filtered(group.hits, chosen) }))
    .filter(({ hits }) => hits.length > 0);
}
