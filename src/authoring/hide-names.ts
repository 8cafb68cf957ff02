// Stage: authoring. An office's files → the same files with posts in the place of people's names: prose, seeds, notes and ids alike.
import { stringify } from 'yaml';
import type { OrderData } from '../model/order.ts';
import type { PersonData } from '../model/person.ts';
import type { OfficeFiles } from './check-content.ts';
import { parseContentFile } from './content-file.ts';
import { contentPlace } from './content-place.ts';
import { parseContent, type ParsedContent, type TextFile } from './parse-content.ts';

/** What must not be read anywhere on a site without names. */
export interface PrivateNames {
  /** Every spelling of every name, without prefix. */
  readonly spellings: readonly string[];
  /** The ids of people: most are their names in Latin letters. */
  readonly ids: readonly string[];
}

/**
 * Replaces every spelling of every name, with and without its prefix, by what the person is: the post that the sources
 * give, numbered where several hold it. People's ids become `person-1` and so on, in the order in which the orders,
 * oldest first, name them. What an editor noted about the spelling of a name is left out. Seeds are changed in the same
 * way as the content, so that each text still stands in its seed; lines keep their numbers.
 */
export function hideNames(files: OfficeFiles): OfficeFiles {
  const { content } = parseContent(files.content);
  const people = hiddenPeople(content);
  const hide = nameHider(people);
  return {
    content: files.content.map((file) => hideFile(file, people, hide)),
    seeds: files.seeds.map((seed) => ({ ...seed, text: hide(seed.text) })),
    corrections: { ...files.corrections, text: hideYaml(files.corrections, hide) },
    omissions: { ...files.omissions, text: hideYaml(files.omissions, hide) },
  };
}

export function privateNames(files: OfficeFiles): PrivateNames {
  const people = [...hiddenPeople(parseContent(files.content).content).values()];
  return {
    spellings: [...new Set(people.flatMap(({ spellings }) => spellings))],
    // An id that is itself of the kind that is put in the place of ids gives nobody away.
    ids: people.map(({ id }) => id).filter((id) => !/^person-\d+$/.test(id)),
  };
}

interface HiddenPerson {
  readonly id: string;
  readonly hiddenId: string;
  readonly data: PersonData;
  /** Every spelling, without prefix: those of the person's file, and those that orders print. */
  readonly spellings: readonly string[];
  /** What stands in the place of prefix and name. */
  readonly prefix: string;
  readonly name: string;
}

type Hide = (text: string) => string;

function hiddenPeople(content: ParsedContent): Map<string, HiddenPerson> {
  const order = namedFirst(content);
  const people = content.people.toSorted(
    (a, b) => order.indexOf(a.id) - order.indexOf(b.id) || (a.id < b.id ? -1 : 1),
  );
  const said = people.map(({ data }) => data.posts[0]?.title);
  const hidden = people.map(({ id, data }, i): HiddenPerson => {
    const post = said[i];
    const alike = said.filter((other) => other === post).length;
    const which = said.slice(0, i + 1).filter((other) => other === post).length;
    const number = alike > 1 ? ` คนที่ ${String(which)}` : '';
    return {
      id,
      hiddenId: `person-${String(i + 1)}`,
      data,
      spellings: [...new Set([data.name, ...data.spellings, ...printedNames(id, content)])],
      prefix: post === undefined ? 'บุคคล' : 'ผู้ดำรงตำแหน่ง',
      name: `${post ?? 'ที่ต้นฉบับไม่ระบุตำแหน่ง'}${number}`,
    };
  });
  return new Map(hidden.map((person) => [person.id, person]));
}

/** Ids in the order in which orders name people, oldest order first; then authors; then the rest. */
function namedFirst(content: ParsedContent): string[] {
  const orders = content.orders.toSorted((a, b) => (a.data.date < b.data.date ? -1 : 1));
  const named = [
    ...orders.flatMap(({ data }) => peopleOf(data)),
    ...content.manuals.flatMap(({ data }) => data.authors.map(({ ref }) => ref)),
    ...content.people.map(({ id }) => id),
  ];
  return [...new Set(named)];
}

function peopleOf(order: OrderData): string[] {
  return [
    ...order.assignments.map(({ person }) => person),
    ...order.assignments.flatMap(({ duties }) =>
      duties.flatMap(({ substitutes }) => substitutes?.person ?? []),
    ),
    ...(order.signatory === undefined ? [] : [order.signatory]),
  ];
}

function printedNames(person: string, content: ParsedContent): string[] {
  return content.orders.flatMap(({ data }) =>
    data.assignments
      .filter((assignment) => assignment.person === person)
      .map(({ name }) => name.replace(new RegExp(`^${PREFIX}`, 'u'), '').trim()),
  );
}

/** Between any two letters of a name a source may have a space, a line's end or an invisible character. */
const BLANK = '[\\s\\u200B-\\u200D\\u2060\\uFEFF]*';
const PREFIX = '(?:นางสาว|น\\.\\s*ส\\.|นาง|นาย|คุณ|ว่าที่(?:\\s*ร้อย(?:ตรี|โท|เอก))?|ดร\\.)';
const THAI = '[\\u0E00-\\u0E7F]';

/**
 * Whole names first, longest first. Then a given name after a prefix, and a surname that stands alone between spaces or
 * marks: parts of names are common words (รอง, ดี) and are left alone everywhere else.
 */
function nameHider(people: ReadonlyMap<string, HiddenPerson>): Hide {
  const rules = [...people.values()].flatMap((person) => {
    const stands = person.prefix + person.name;
    const own = `(?:${loose(person.data.prefix)}|${PREFIX})`;
    return person.spellings.flatMap((spelling) => {
      const [given = '', ...rest] = spelling.split(/\s+/);
      const surname = rest.join(' ');
      return [
        {
          order: 0,
          length: spelling.length,
          find: `(?:${own}${BLANK})?${loose(spelling)}`,
          stands,
        },
        ...(rest.length > 0
          ? [
              {
                order: 1,
                length: given.length,
                find: `${own}${BLANK}${loose(given)}${given.length < 4 ? `(?!${THAI})` : ''}`,
                stands,
              },
              {
                order: 2,
                length: surname.length,
                find: `(?<!${THAI})${loose(surname)}(?!${THAI})`,
                stands,
              },
            ]
          : []),
      ];
    });
  });
  const sorted = rules
    .toSorted((a, b) => a.order - b.order || b.length - a.length)
    .map(({ find, stands }) => ({ find: new RegExp(find, 'gu'), stands }));
  // The line's end inside a name stays, after what stands in its place: lines keep their numbers.
  return (text) =>
    sorted.reduce(
      (done, { find, stands }) =>
        done.replace(find, (match) => stands + (match.match(/\r?\n/g) ?? []).join('')),
      text.normalize('NFC') === text ? text : text.normalize('NFC'),
    );
}

function loose(words: string): string {
  return Array.from(words.normalize('NFC').replace(/\s+/g, ''))
    .map((char) => char.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
    .join(BLANK);
}

function hideFile(file: TextFile, people: ReadonlyMap<string, HiddenPerson>, hide: Hide): TextFile {
  const place = contentPlace(file.path);
  if (!place) return { ...file, text: hide(file.text) };
  const { data, body } = parseContentFile(file.path, file.text);
  const renamed = (id: unknown): unknown =>
    typeof id === 'string' ? (people.get(id)?.hiddenId ?? id) : id;
  if (place.type === 'person') {
    const person = people.get(place.id);
    if (!person) return { ...file, text: hide(file.text) };
    const { posts } = person.data;
    return {
      path: `people/${person.hiddenId}.yaml`,
      shown: file.shown.replace(/[^/]+$/, `${person.hiddenId}.yaml`),
      text: stringify(
        { prefix: person.prefix, name: person.name, posts: hideStrings(posts, hide) },
        { lineWidth: 0 },
      ),
    };
  }
  const hidden = hideStrings(data, hide);
  if (place.type === 'manual') rename(hidden, ['authors', '*', 'ref'], renamed);
  if (place.type === 'order') {
    rename(hidden, ['signatory'], renamed);
    rename(hidden, ['assignments', '*', 'person'], renamed);
    rename(hidden, ['assignments', '*', 'duties', '*', 'substitutes', 'person'], renamed);
  }
  const yaml = stringify(hidden, { lineWidth: 0 });
  return {
    ...file,
    text: place.type === 'office' ? yaml : `---\n${yaml}---\n${hide(body)}`,
  };
}

function hideYaml(file: { readonly shown: string; readonly text: string }, hide: Hide): string {
  return file.text.trim() === ''
    ? file.text
    : stringify(hideStrings(parseContentFile(file.shown, file.text).data, hide), { lineWidth: 0 });
}

function hideStrings(value: unknown, hide: Hide): unknown {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((item: unknown) => hideStrings(item, hide));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, hideStrings(item, hide)]),
  );
}

/** Changes the value at a path in place; `*` is every item of a list. What is not there is passed over. */
function rename(value: unknown, path: readonly string[], change: (id: unknown) => unknown): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return;
  if (key === '*') {
    if (Array.isArray(value)) for (const item of value) rename(item, rest, change);
    return;
  }
  const record = value as Record<string, unknown>;
  if (!(key in record)) return;
  if (rest.length === 0) record[key] = change(record[key]);
  else rename(record[key], rest, change);
}
