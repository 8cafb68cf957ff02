// Stage: model. Library → where two manuals say the same, found by comparing their texts; nobody types it.
import { createHash } from 'node:crypto';
import type { Basis } from './basis.ts';
import { knownOr, type KnownData } from './known-data.ts';
import type { Library, Manual, Procedure, Task } from './library.ts';
import { flatParts } from './library.ts';
import { likeness, markOf, profiler, SAME, type Profile } from './likeness.ts';
import { perLibrary } from './per-library.ts';

export type SameKind = 'statement' | 'item' | 'task' | 'procedure' | 'step';

/** A text in its place: the piece of its part that holds it. */
export interface PlacedText {
  readonly manual: Manual;
  readonly kind: SameKind;
  /** Texts are compared only within one: `item objectives`, `step`. */
  readonly family: string;
  /** Under which heading it stands. */
  readonly heading: string;
  readonly part: string;
  readonly path: string;
  readonly text: string;
  readonly procedure?: Procedure;
  readonly task?: Task;
}

export interface SamePair {
  readonly a: PlacedText;
  readonly b: PlacedText;
  /** From 0 to 1; 1 where only white space differs. */
  readonly similarity: number;
}

/** Two manuals that speak of the same work. `a` comes first in the alphabet of their ids. */
export interface SameWork {
  readonly a: Manual;
  readonly b: Manual;
  readonly pairs: readonly SamePair[];
  /** Procedures of the one that belong to tasks of the other. */
  readonly links: readonly {
    readonly task: Task;
    readonly procedure: Procedure;
    readonly basis: Basis;
  }[];
}

/**
 * Manuals are compared with each other as long as they are few. From here on each is compared with those that share
 * most words with it and those that a link leads to, or the pairs would grow with the square of the manuals.
 */
export const COMPARED_WITH_ALL = 12;
export const NEAREST = 3;

const found = new WeakMap<Library, SameWork[]>();

/**
 * Two manuals with a text or a link in common, those with most in common first. Compared once a library.
 *
 * @param known what was compared before; takes in what is compared now
 */
export function sameWorks(library: Library, known?: KnownData): SameWork[] {
  const works = found.get(library) ?? compareAll(library, known);
  found.set(library, works);
  return works;
}

/** A manual's texts as they are compared. */
interface Compared {
  readonly manual: Manual;
  readonly texts: readonly PlacedText[];
  /** A digest of all that is compared. */
  readonly whole: string;
  /** One a text; made when it is asked for. */
  readonly profiles: () => readonly Profile[];
}

function compareAll(library: Library, known: KnownData | undefined): SameWork[] {
  const profileOf = profiler();
  const manuals = library.manuals
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((manual): Compared => {
      const texts = placedTexts(manual);
      let profiles: readonly Profile[] | undefined;
      return {
        manual,
        texts,
        whole: digestOf(texts),
        profiles: () => (profiles ??= texts.map(({ text }) => profileOf(text))),
      };
    });
  return pairsToCompare(manuals, library, known)
    .map(([a, b]) => ({
      a: a.manual,
      b: b.manual,
      pairs: pairUp(a, b, known),
      links: linksBetween(a.manual, b.manual, library),
    }))
    .filter(({ pairs, links }) => pairs.length + links.length > 0)
    .toSorted((x, y) => y.pairs.length + y.links.length - x.pairs.length - x.links.length);
}

function digestOf(texts: readonly PlacedText[]): string {
  const sum = createHash('sha256');
  for (const { family, text } of texts) sum.update(`${family}\0${text}\0`);
  return sum.digest('base64');
}

/** The first of two the smaller, in order. */
function pairsToCompare(
  manuals: readonly Compared[],
  library: Library,
  known: KnownData | undefined,
): (readonly [Compared, Compared])[] {
  const count = manuals.length;
  if (count <= COMPARED_WITH_ALL)
    return manuals.flatMap((a, i) => manuals.slice(i + 1).map((b) => [a, b] as const));
  const chosen = new Set<number>();
  const choose = (i: number, j: number): void => {
    if (i !== j && j !== -1) chosen.add(Math.min(i, j) * count + Math.max(i, j));
  };
  const near = sharedTexts(manuals, known);
  manuals.forEach(({ manual }, i) => {
    const others = [...(near[i] ?? [])].toSorted((x, y) => y[1] - x[1] || x[0] - y[0]);
    for (const [j] of others.slice(0, NEAREST)) choose(i, j);
    for (const { task } of manual.procedures) {
      const other = task && library.task(task.ref).manual;
      choose(i, other === undefined ? -1 : manuals.findIndex((one) => one.manual.id === other));
    }
  });
  return [...chosen]
    .toSorted((x, y) => x - y)
    .flatMap((pair) => {
      const [a, b] = [manuals[Math.floor(pair / count)], manuals[pair % count]];
      return a && b ? [[a, b] as const] : [];
    });
}

/** Marks of more manuals than this tell nothing. */
const COMMON = 50;

/** For each manual, how many of its texts have their mark in which others. */
function sharedTexts(
  manuals: readonly Compared[],
  known: KnownData | undefined,
): Map<number, number>[] {
  const holders = new Map<string, Set<number>>();
  manuals.forEach(({ texts, whole }, i) => {
    const marks = knownOr(known, 'marks', whole, () => texts.map(({ text }) => markOf(text)));
    texts.forEach(({ family }, at) => {
      const mark = `${family} ${marks[at] ?? ''}`;
      const own = holders.get(mark) ?? new Set();
      holders.set(mark, own.add(i));
    });
  });
  const shared = manuals.map(() => new Map<number, number>());
  for (const own of holders.values()) {
    if (own.size > COMMON) continue;
    for (const i of own)
      for (const j of own) if (i !== j) shared[i]?.set(j, (shared[i].get(j) ?? 0) + 1);
  }
  return shared;
}

/** Procedures whose last steps say the same. */
export interface SameEnding {
  readonly text: string;
  readonly ends: readonly (PlacedText & { readonly procedure: Procedure })[];
}

/** Two procedures or more together, the largest group first. */
export const sameEndings = perLibrary((library): SameEnding[] => {
  interface Group {
    readonly text: string;
    readonly profile: Profile;
    readonly ends: PlacedText[];
  }
  const byMark = new Map<string, Group[]>();
  const profileOf = profiler();
  // Few are compared with each other, many with those of the same mark, or it would take the square of their number.
  const isMany = library.manuals.length > COMPARED_WITH_ALL;
  for (const placed of library.manuals.flatMap(lastSteps)) {
    const mark = isMany ? markOf(placed.text) : '';
    const groups = byMark.get(mark) ?? [];
    byMark.set(mark, groups);
    const profile = profileOf(placed.text);
    const group = groups.find((one) => likeness(one.profile, profile) >= SAME);
    if (group) group.ends.push(placed);
    else groups.push({ text: placed.text, profile, ends: [placed] });
  }
  return [...byMark.values()]
    .flat()
    .filter(({ ends }) => ends.length > 1)
    .toSorted((a, b) => b.ends.length - a.ends.length)
    .map(({ text, ends }) => ({
      text,
      ends: ends.flatMap((end) => (end.procedure ? [{ ...end, procedure: end.procedure }] : [])),
    }));
});

function lastSteps(manual: Manual): PlacedText[] {
  return manual.procedures.flatMap((procedure) => stepTexts(manual, procedure).slice(-1));
}

function placedTexts(manual: Manual): PlacedText[] {
  const sections = flatParts(manual.parts).flatMap((part): PlacedText[] => {
    if (part.type === 'procedure') {
      const { procedure } = part;
      return [
        {
          manual,
          kind: 'procedure',
          family: 'procedure',
          heading: 'งานที่มีขั้นตอน',
          part: part.id,
          path: 'title',
          text: procedure.title,
          procedure,
        },
        ...stepTexts(manual, procedure),
      ];
    }
    if (part.type !== 'section') return [];
    const { data } = part.section;
    const place =
      (kind: SameKind, role: string, heading: string) => (path: string, text: string) => ({
        manual,
        kind,
        family: `${kind} ${role}`,
        heading,
        part: part.id,
        path,
        text,
      });
    if (data.kind === 'statement') {
      const at = place('statement', data.role, data.title);
      return data.text.map((text, i) => at(`text.${String(i)}`, text));
    }
    if (data.kind === 'list') {
      const at = place('item', data.role, data.title);
      return data.items.map(({ text }, i) => at(`items.${String(i)}.text`, text));
    }
    if (data.kind === 'tasks') {
      const at = place('task', '', data.title);
      const task = (id: string): Task | undefined =>
        manual.tasks.flatMap((group) => [group, ...group.tasks]).find((one) => one.id === id);
      const placed = (id: string, path: string, text: string): PlacedText => {
        const found = task(id);
        return { ...at(path, text), ...(found && { task: found }) };
      };
      return data.groups.flatMap((group, i) => [
        placed(group.id, `groups.${String(i)}.text`, group.text),
        ...(group.tasks ?? []).map(({ id, text }, j) =>
          placed(id, `groups.${String(i)}.tasks.${String(j)}.text`, text),
        ),
      ]);
    }
    return [];
  });
  return sections;
}

function stepTexts(manual: Manual, procedure: Procedure): PlacedText[] {
  return procedure.steps.map(({ text }, i) => ({
    manual,
    kind: 'step',
    family: 'step',
    heading: procedure.title,
    part: procedure.id,
    path: `steps.${String(i)}.text`,
    text,
    procedure,
  }));
}

function linksBetween(a: Manual, b: Manual, library: Library): SameWork['links'] {
  return [a, b].flatMap((manual) =>
    manual.procedures.flatMap((procedure) => {
      const task = procedure.task && library.task(procedure.task.ref);
      const other = manual === a ? b : a;
      return task?.manual === other.id && procedure.task
        ? [{ task, procedure, basis: procedure.task.basis }]
        : [];
    }),
  );
}

/** Each text with at most one partner, the likest first; in the order of `a`. */
function pairUp(a: Compared, b: Compared, known: KnownData | undefined): SamePair[] {
  const alike = knownOr(known, 'same', `${a.whole}\0\0${b.whole}`, () => alikeTexts(a, b));
  return alike.flatMap(([i, j, similarity]) => {
    const [left, right] = [a.texts[i], b.texts[j]];
    return left && right ? [{ a: left, b: right, similarity }] : [];
  });
}

/** Which text of the one goes with which of the other, and how alike they are. */
type Alike = readonly [a: number, b: number, likeness: number];

function alikeTexts(a: Compared, b: Compared): Alike[] {
  const candidates: Alike[] = [];
  const families = Map.groupBy(b.texts.keys(), (j) => b.texts[j]?.family);
  const [left, right] = [a.profiles(), b.profiles()];
  a.texts.forEach(({ family }, i) => {
    const one = left[i];
    for (const j of families.get(family) ?? []) {
      const other = right[j];
      const like = one && other ? likeness(one, other) : 0;
      if (like >= SAME) candidates.push([i, j, like]);
    }
  });
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const chosen: Alike[] = [];
  for (const candidate of candidates.toSorted((x, y) => y[2] - x[2] || x[0] - y[0])) {
    const [i, j] = candidate;
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    chosen.push(candidate);
  }
  return chosen.toSorted((x, y) => x[0] - y[0]);
}
