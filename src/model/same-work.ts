// Stage: model. Library → where two manuals say the same, found by comparing their texts; nobody types it.
import type { Basis } from './basis.ts';
import type { Library, Manual, Procedure, Task } from './library.ts';
import { flatParts } from './library.ts';

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
 * From here on two texts say the same. In the five manuals the true pairs lie at 0.66 and above; what shares only
 * the turns of office language ends at 0.58.
 */
export const SAME = 0.65;

/**
 * Manuals are compared with each other as long as they are few. From here on each is compared with those that share
 * most words with it and those that a link leads to, or the pairs would grow with the square of the manuals.
 */
export const COMPARED_WITH_ALL = 12;
export const NEAREST = 3;

const found = new WeakMap<Library, SameWork[]>();

/** Two manuals with a text or a link in common, those with most in common first. Compared once a library. */
export function sameWorks(library: Library): SameWork[] {
  const known = found.get(library) ?? compareAll(library);
  found.set(library, known);
  return known;
}

function compareAll(library: Library): SameWork[] {
  const sorted = library.manuals.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const grams = gramNumbers();
  const texts = sorted.map((manual) => profiled(placedTexts(manual), grams));
  return pairsToCompare(sorted, texts, library)
    .flatMap(([i, j]) => {
      const [a, b] = [sorted[i], sorted[j]];
      return a && b
        ? [
            {
              a,
              b,
              pairs: pairUp(texts[i] ?? [], texts[j] ?? []),
              links: linksBetween(a, b, library),
            },
          ]
        : [];
    })
    .filter(({ pairs, links }) => pairs.length + links.length > 0)
    .toSorted((x, y) => y.pairs.length + y.links.length - x.pairs.length - x.links.length);
}

/** Indices of two manuals each, the first the smaller, in order. */
function pairsToCompare(
  manuals: readonly Manual[],
  texts: readonly (readonly Profiled[])[],
  library: Library,
): (readonly [number, number])[] {
  const count = manuals.length;
  if (count <= COMPARED_WITH_ALL)
    return manuals.flatMap((_, i) => manuals.slice(i + 1).map((_, k) => [i, i + 1 + k] as const));
  const chosen = new Set<number>();
  const choose = (i: number, j: number): void => {
    if (i !== j && j !== -1) chosen.add(Math.min(i, j) * count + Math.max(i, j));
  };
  const near = sharedTexts(texts);
  manuals.forEach((manual, i) => {
    const others = [...(near[i] ?? [])].toSorted((x, y) => y[1] - x[1] || x[0] - y[0]);
    for (const [j] of others.slice(0, NEAREST)) choose(i, j);
    for (const { task } of manual.procedures) {
      const other = task && library.task(task.ref).manual;
      choose(i, other === undefined ? -1 : manuals.findIndex(({ id }) => id === other));
    }
  });
  return [...chosen]
    .toSorted((x, y) => x - y)
    .map((pair) => [Math.floor(pair / count), pair % count] as const);
}

/** A text's mark: texts that say the same have mostly the same. Marks of more manuals than this tell nothing. */
const COMMON = 50;

/** For each manual, how many of its texts have their mark in which others. */
function sharedTexts(texts: readonly (readonly Profiled[])[]): Map<number, number>[] {
  const holders = new Map<string, Set<number>>();
  texts.forEach((own, i) => {
    for (const text of own) {
      const mark = `${text.placed.family} ${String(text.grams.slice(0, 4))}`;
      const known = holders.get(mark) ?? new Set();
      holders.set(mark, known.add(i));
    }
  });
  const shared = texts.map(() => new Map<number, number>());
  for (const manuals of holders.values()) {
    if (manuals.size > COMMON) continue;
    for (const i of manuals)
      for (const j of manuals) if (i !== j) shared[i]?.set(j, (shared[i].get(j) ?? 0) + 1);
  }
  return shared;
}

/** Procedures whose last steps say the same, two or more together, the largest group first. */
export function sameEndings(library: Library): {
  readonly text: string;
  readonly ends: readonly (SamePair['a'] & { procedure: Procedure })[];
}[] {
  const groups: { first: Profiled; ends: PlacedText[] }[] = [];
  const grams = gramNumbers();
  for (const manual of library.manuals) {
    for (const text of profiled(lastSteps(manual), grams)) {
      const group = groups.find(({ first }) => similarity(first, text) >= SAME);
      if (group) group.ends.push(text.placed);
      else groups.push({ first: text, ends: [text.placed] });
    }
  }
  return groups
    .filter(({ ends }) => ends.length > 1)
    .toSorted((a, b) => b.ends.length - a.ends.length)
    .map(({ first, ends }) => ({
      text: first.placed.text,
      ends: ends.flatMap((end) => (end.procedure ? [{ ...end, procedure: end.procedure }] : [])),
    }));
}

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

/** A text with the numbers of its character trigrams, ascending; one that stands twice is there twice. */
interface Profiled {
  readonly placed: PlacedText;
  readonly grams: Int32Array;
  /** A bit for each remainder that a trigram's number leaves: by these most pairs are told apart. */
  readonly bits: Int32Array;
}

/** 32 bits each. */
const WORDS_OF_BITS = 8;

/** A text's trigrams by number, in their order. */
type GramsOf = (text: string) => Int32Array;

/** The same number for the same trigram. Letters and pairs have numbers too: a number is found sooner than a piece of text. */
function gramNumbers(): GramsOf {
  const letters = new Map<number, number>();
  const pairs = new Map<number, number>();
  const grams = new Map<number, number>();
  const numberOf = (known: Map<number, number>, key: number): number => {
    const number = known.get(key);
    if (number !== undefined) return number;
    known.set(key, known.size);
    return known.size - 1;
  };
  return (text) => {
    const letter = (i: number): number => numberOf(letters, text.charCodeAt(i));
    const found = new Int32Array(text.length - 2);
    let [first, second] = [letter(0), letter(1)];
    for (let i = 0; i < found.length; i += 1) {
      const third = letter(i + 2);
      found[i] = numberOf(grams, numberOf(pairs, first * LETTERS + second) * LETTERS + third);
      [first, second] = [second, third];
    }
    return found;
  };
}

/** UTF-16. */
const LETTERS = 65_536;

function profiled(texts: readonly PlacedText[], gramsOf: GramsOf): Profiled[] {
  return texts.map((placed) => {
    // The ends count: without them a short text would be like every text that begins with it.
    const grams = gramsOf(` ${placed.text.normalize('NFC').replace(/\s+/g, '')} `).sort();
    const bits = new Int32Array(WORDS_OF_BITS);
    for (const gram of grams) {
      const at = (gram >> 5) % WORDS_OF_BITS;
      bits[at] = (bits[at] ?? 0) | (1 << (gram & 31));
    }
    return { placed, grams, bits };
  });
}

/** Dice's coefficient of the trigrams: twice what is common over all there is. 0 where it is below SAME. */
function similarity(a: Profiled, b: Profiled): number {
  const [left, right] = [a.grams, b.grams];
  const all = left.length + right.length;
  // Cheap first: however alike, texts of very different lengths do not reach the bound.
  if (2 * Math.min(left.length, right.length) < SAME * all) return 0;
  // How many may be without their like and the bound be reached yet. Behind a bit that only one has stands at least one.
  let spare = (1 - SAME) * all + 1;
  let apart = 0;
  for (let i = 0; i < WORDS_OF_BITS; i += 1) {
    apart += ones((a.bits[i] ?? 0) ^ (b.bits[i] ?? 0));
    if (apart > spare) return 0;
  }
  // From the end, where the rare ones stand, most of the rest are soon told apart.
  let shared = 0;
  for (let i = left.length - 1, j = right.length - 1; i >= 0 && j >= 0;) {
    const x = left[i] ?? 0;
    const y = right[j] ?? 0;
    if (x === y) {
      shared += 1;
      i -= 1;
      j -= 1;
    } else {
      if (x > y) i -= 1;
      else j -= 1;
      spare -= 1;
      if (spare < 0) return 0;
    }
  }
  return (2 * shared) / all;
}

/** How many bits of 32 are set. */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Each text with at most one partner, the likest first; in the order of `a`. */
function pairUp(a: readonly Profiled[], b: readonly Profiled[]): SamePair[] {
  const candidates: { i: number; j: number; like: number }[] = [];
  const families = Map.groupBy(b.entries(), ([, { placed }]) => placed.family);
  a.forEach((left, i) => {
    for (const [j, right] of families.get(left.placed.family) ?? []) {
      const like = similarity(left, right);
      if (like >= SAME) candidates.push({ i, j, like });
    }
  });
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const chosen: { i: number; pair: SamePair }[] = [];
  for (const { i, j, like } of candidates.toSorted((x, y) => y.like - x.like || x.i - y.i)) {
    const left = a[i];
    const right = b[j];
    if (!left || !right || usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    chosen.push({ i, pair: { a: left.placed, b: right.placed, similarity: like } });
  }
  return chosen.toSorted((x, y) => x.i - y.i).map(({ pair }) => pair);
}
