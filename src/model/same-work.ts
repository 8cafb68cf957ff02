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

const found = new WeakMap<Library, SameWork[]>();

/** Every two manuals with a text or a link in common, those with most in common first. Compared once a library. */
export function sameWorks(library: Library): SameWork[] {
  const known = found.get(library) ?? compareAll(library);
  found.set(library, known);
  return known;
}

function compareAll(library: Library): SameWork[] {
  const texts = new Map(
    library.manuals.map((manual) => [manual.id, profiled(placedTexts(manual))]),
  );
  const sorted = library.manuals.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return sorted
    .flatMap((a, i) =>
      sorted.slice(i + 1).map((b) => ({
        a,
        b,
        pairs: pairUp(texts.get(a.id) ?? [], texts.get(b.id) ?? []),
        links: linksBetween(a, b, library),
      })),
    )
    .filter(({ pairs, links }) => pairs.length + links.length > 0)
    .toSorted((x, y) => y.pairs.length + y.links.length - x.pairs.length - x.links.length);
}

/** Procedures whose last steps say the same, two or more together, the largest group first. */
export function sameEndings(library: Library): {
  readonly text: string;
  readonly ends: readonly (SamePair['a'] & { procedure: Procedure })[];
}[] {
  const groups: { first: Profiled; ends: PlacedText[] }[] = [];
  for (const manual of library.manuals) {
    for (const text of profiled(lastSteps(manual))) {
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

/** A text with its character trigrams, counted once. */
interface Profiled {
  readonly placed: PlacedText;
  readonly grams: ReadonlyMap<string, number>;
  readonly size: number;
}

function profiled(texts: readonly PlacedText[]): Profiled[] {
  return texts.map((placed) => {
    const grams = new Map<string, number>();
    // The ends count: without them a short text would be like every text that begins with it.
    const text = ` ${placed.text.normalize('NFC').replace(/\s+/g, '')} `;
    for (let i = 0; i + 3 <= text.length; i++) {
      const gram = text.slice(i, i + 3);
      grams.set(gram, (grams.get(gram) ?? 0) + 1);
    }
    return { placed, grams, size: text.length - 2 };
  });
}

/** Dice's coefficient of the trigrams: twice what is common over all there is. */
function similarity(a: Profiled, b: Profiled): number {
  // Cheap first: however alike, texts of very different lengths do not reach the bound.
  if ((2 * Math.min(a.size, b.size)) / (a.size + b.size) < SAME) return 0;
  let shared = 0;
  for (const [gram, count] of a.grams) shared += Math.min(count, b.grams.get(gram) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/** Each text with at most one partner, the likest first; in the order of `a`. */
function pairUp(a: readonly Profiled[], b: readonly Profiled[]): SamePair[] {
  const candidates = a.flatMap((left, i) =>
    b.flatMap((right, j) => {
      if (left.placed.family !== right.placed.family) return [];
      const like = similarity(left, right);
      return like >= SAME ? [{ i, j, like }] : [];
    }),
  );
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
