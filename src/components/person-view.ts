// Stage: components. A person in the library and the readings → what their page shows beside the duties.
import type { Library, Person } from '../model/library.ts';
import { sourcePath } from '../model/paths.ts';
import {
  coversOfProcedure,
  standingDuties,
  type Assigned,
  type PersonWork,
} from '../model/responsibility.ts';
import { chainOfPerson, standIns, type Chain, type StandIn } from '../model/substitution.ts';
import { compareThai } from '../model/thai-collation.ts';
import { placesAfter, placesOf, type NamePlace } from '../source/name-places.ts';
import type { Reading } from '../source/reading.ts';
import { icuWords } from '../thai/icu-words.ts';
import { isOtherWork } from './duty-view.ts';
import type { IconName } from './icons.ts';
import { manualName } from './procedure-view.ts';
import { listWords, rankDigits } from './substitution-view.ts';

/** A spelling of a name or of a post, and the lines that print it. */
export interface Spelled {
  readonly text: string;
  readonly preferred: boolean;
  readonly places: readonly { readonly label: string; readonly path: string }[];
}

/** Every spelling of the name, the preferred one first, each with every line of the sources that prints it. */
export function nameSpellings(
  person: Person,
  library: Library,
  readings: readonly Reading[],
): Spelled[] {
  return [person.name, ...person.spellings].map((text, i) => ({
    text,
    preferred: i === 0,
    places: links(placesOf(text, readings), library),
  }));
}

/** Every form in which a post is printed, with the lines that print it right after the person's name. */
export function postSpellings(
  person: Person,
  library: Library,
  readings: readonly Reading[],
): Spelled[] {
  const names = [person.name, ...person.spellings];
  return person.posts.flatMap((post) =>
    post.printed.map((text) => ({
      text,
      preferred: text === post.title,
      places: links(placesAfter(text, names, readings), library),
    })),
  );
}

function links(places: readonly NamePlace[], library: Library): Spelled['places'] {
  const several = new Set(places.map(({ seed }) => seed)).size > 1;
  return places.map(({ seed, line }) => {
    const manual = library.manuals.find((one) => one.seed === seed);
    const where = several && manual ? `${manualName(manual)} ` : '';
    return { label: `${where}บรรทัด ${String(line)}`, path: sourcePath(seed, line) };
  });
}

export interface Substitutions {
  /** Whom this person stands in for. */
  readonly for: readonly StandIn[];
  /** Who stands in for this person. */
  readonly chain: Chain;
}

export function substitutionsOf(person: Person, library: Library): Substitutions {
  return {
    for: standIns(library).filter(({ by }) => by.id === person.id),
    chain: chainOfPerson(person, library),
  };
}

/** What people come to this page for and would have to scroll to. */
export function personParts(
  { procedures }: PersonWork,
  swaps: Substitutions,
): { readonly id: string; readonly label: string; readonly icon: IconName }[] {
  return [
    ...(procedures.length > 0
      ? [
          {
            id: 'start',
            label: `เริ่มต้นที่นี่ ${String(procedures.length)} งาน`,
            icon: 'task' as const,
          },
        ]
      : []),
    ...(swaps.for.length + swaps.chain.links.length > 0
      ? [{ id: 'stand-ins', label: 'ใครแทนใคร', icon: 'person' as const }]
      : []),
  ];
}

const SHOWN_PROCEDURES = 4;

/** What the sources leave open around a person's duties, in words. */
export function gapsOf(work: PersonWork, library: Library): string[] {
  const standing = work.assignments.filter(({ endedBy }) => endedBy.length === 0);
  const duties = standing.flatMap((assignment) => assignment.duties);
  const withoutSteps = duties.filter(
    ({ duty }) => duty.procedures.length === 0 && !duty.substitutes && !isOtherWork(duty.text),
  );
  return [
    ...(withoutSteps.length > 0
      ? [`ข้อ ${listWords(withoutSteps.map(({ number }) => number))} ไม่มีขั้นตอนในคู่มือ`]
      : []),
    ...missingRanks(duties, library),
    ...uncovered(work, library),
  ];
}

/** Third in rank is known, first and second are not. */
function missingRanks(duties: readonly Assigned[], library: Library): string[] {
  const all = standIns(library);
  return duties.flatMap((assigned) => {
    const { substitutes } = assigned.duty;
    const { rank, actor } = substitutes ?? {};
    if (rank === undefined || actor === undefined) return [];
    const { office } = library.manual(assigned.order.manual);
    const known = new Set(
      all.flatMap(({ away, rank: other }) =>
        away.type === 'post' && away.office.id === office.id && away.actor.id === actor
          ? (other ?? [])
          : [],
      ),
    );
    const missing = Array.from({ length: rank - 1 }, (_, i) => i + 1).filter((r) => !known.has(r));
    if (missing.length === 0) return [];
    const ranks = listWords(missing.map((one) => rankDigits(one, assigned.number)));
    return [`ผู้แทนลำดับที่ ${ranks} ไม่ปรากฏในคู่มือ`];
  });
}

/** Procedures of the order's manual that no standing duty covers. */
function uncovered(work: PersonWork, library: Library): string[] {
  const duties = standingDuties(library);
  const orders = work.assignments.filter(({ endedBy }) => endedBy.length === 0);
  const manuals = [...new Set(orders.map(({ order }) => order.manual))];
  return manuals.flatMap((manual) => {
    const open = library
      .manual(manual)
      .procedures.filter(({ ref }) => coversOfProcedure(ref, duties).length === 0);
    if (open.length === 0) return [];
    const named = open.slice(0, SHOWN_PROCEDURES).map(({ title }) => `“${shortTitle(title)}”`);
    const rest = open.length - named.length;
    return [
      `${listWords(named)}${rest > 0 ? ` กับอีก ${String(rest)} งาน` : ''} มีขั้นตอน แต่ไม่มีผู้รับผิดชอบในคำสั่ง`,
    ];
  });
}

/** The first words of a long title: it only has to be recognised. */
function shortTitle(title: string): string {
  if (title.length <= 60) return title;
  const cut = title.lastIndexOf(' ', 60);
  if (cut > 20) return `${title.slice(0, cut)} …`;
  let short = '';
  for (const { text } of icuWords(title)) {
    if (short.length + text.length > 60) break;
    short += text;
  }
  return `${short} …`;
}

/** A person in the list of all: posts, office, and what the sources say of them, counted. */
export interface PersonEntry {
  readonly person: Person;
  readonly posts: readonly string[];
  readonly place: string;
  readonly facts: readonly string[];
}

/** By given name, as a Thai telephone book has them; the prefix does not count. */
export function peopleByName(
  library: Library,
  workOf: (person: Person) => PersonWork,
): PersonEntry[] {
  return library.people
    .toSorted((a, b) => compareThai(a.name, b.name))
    .map((person) => {
      const work = workOf(person);
      return {
        person,
        posts: [...new Set(person.posts.map(({ title }) => title))],
        place: placeOf(person, library),
        facts: factsOf(work, library),
      };
    });
}

/** The unit and office of the last post that names them. */
export function placeOf(person: Person, library: Library): string {
  const places = person.posts.map((post) => {
    const office = library.office(post.office.ref);
    const unit = office.units.find(({ id }) => `${office.id}/${id}` === post.unit?.ref);
    return [unit?.name, office.short].filter(Boolean).join(' ');
  });
  return [...new Set(places)].join(' · ');
}

function factsOf(work: PersonWork, library: Library): string[] {
  const duties = work.assignments
    .filter(({ endedBy }) => endedBy.length === 0)
    .flatMap((assignment) => assignment.duties).length;
  const ended = work.assignments.filter(({ endedBy }) => endedBy.length > 0);
  const awayFor = standIns(library).filter(
    ({ away }) => away.type === 'person' && away.person.id === work.person.id,
  );
  return [
    ...(duties > 0 ? [`หน้าที่ ${String(duties)} ข้อ`] : []),
    ...(work.procedures.length > 0 ? [`งานที่มีขั้นตอน ${String(work.procedures.length)} งาน`] : []),
    ...(duties === 0 && ended.length > 0 ? ['มีหน้าที่ในคำสั่งที่ถูกยกเลิกแล้ว'] : []),
    ...(work.authored.length > 0 ? ['ผู้จัดทำคู่มือ'] : []),
    ...work.signed.map(({ number }) => `ลงนามคำสั่งที่ ${number}`),
    ...(duties === 0 ? awayFor.map(({ by }) => `มีผู้แทน: ${by.fullName}`) : []),
  ];
}

/** Names in a long list stand under the consonant that they begin with. */
export function byInitial(
  entries: readonly PersonEntry[],
): { readonly initial: string; readonly entries: readonly PersonEntry[] }[] {
  const groups = new Map<string, PersonEntry[]>();
  for (const entry of entries) {
    const initial = /[ก-ฮ]|[A-Za-z]/.exec(entry.person.name)?.[0] ?? '#';
    groups.set(initial, [...(groups.get(initial) ?? []), entry]);
  }
  return [...groups].map(([initial, list]) => ({ initial, entries: list }));
}
