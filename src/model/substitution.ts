// Stage: model. Library → who stands in for whom, in which rank, and the chain behind a person or a post.
import type { Library, Office, Person } from './library.ts';
import type { Actor } from './office.ts';
import { endedBy, standingDuties, type Assigned } from './responsibility.ts';
import { perLibrary } from './per-library.ts';

/** Somebody who can be away: a person by name, or whoever holds a post of an office. */
export type Away =
  | { readonly type: 'person'; readonly person: Person }
  | { readonly type: 'post'; readonly office: Office; readonly actor: Actor };

/** One duty of standing in. */
export interface StandIn {
  readonly by: Person;
  readonly away: Away;
  readonly assigned: Assigned;
  readonly rank: number | undefined;
  /** In the words of the order. */
  readonly when: string | undefined;
}

/** Every duty of standing in that an order which still stands assigns. */
export const standIns = perLibrary((library): readonly StandIn[] =>
  standingDuties(library).flatMap((assigned) => {
    const { substitutes } = assigned.duty;
    const away = substitutes && awayOf(assigned, library);
    if (!away) return [];
    return [
      { by: assigned.person, away, assigned, rank: substitutes.rank, when: substitutes.when },
    ];
  }),
);

function awayOf(assigned: Assigned, library: Library): Away | undefined {
  const { person, actor } = assigned.duty.substitutes ?? {};
  if (person !== undefined) return { type: 'person', person: library.person(person) };
  // An order speaks of the posts of the office whose manual holds it.
  const { office } = library.manual(assigned.order.manual);
  const post = office.actors.find(({ id }) => id === actor);
  return post && { type: 'post', office, actor: post };
}

/**
 * Who holds a post, by its words: those whom a standing order assigns duties under that post; where no order speaks
 * of them, those whose own file names it. The sources nowhere say that the two are one.
 */
export function holdersOf(office: Office, actor: Actor, library: Library): Person[] {
  const names = new Set([actor.title, ...actor.spellings].map(plain));
  return library.people.filter((person) => {
    const assigned = library.orders.flatMap((order) =>
      order.assignments
        .filter((assignment) => assignment.person === person.id)
        .map((assignment) => ({ order, assignment })),
    );
    if (assigned.length > 0)
      return assigned.some(
        ({ order, assignment }) =>
          endedBy(order, library).length === 0 &&
          library.manual(order.manual).office.id === office.id &&
          names.has(plain(assignment.post)),
      );
    return person.posts.some(
      (post) =>
        post.office.ref === office.id &&
        [post.title, ...post.printed].some((title) => names.has(plain(title))),
    );
  });
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/** A stand-in, and who stands in for them in turn. */
export interface ChainLink {
  readonly standIn: StandIn;
  /** Those who are not yet in the chain: beside this one or above. Empty where the chain is cut (`more`). */
  readonly next: readonly ChainLink[];
  /** Others stand in for this one, but the chain is long enough here. */
  readonly more: boolean;
}

export interface Chain {
  readonly links: readonly ChainLink[];
  /** Ranks below the highest one named that nobody has: the sources say third, and neither first nor second. */
  readonly missingRanks: readonly number[];
}

/** How deep a chain is followed; what is further stands on the stand-in's own page. */
const DEPTH = 3;

/** The chain behind a person: their stand-ins by name, and those for the posts that they hold. */
export function chainOfPerson(person: Person, library: Library): Chain {
  const all = standIns(library);
  return chain(
    all.filter(({ away }) => isPerson(away, person, library)),
    new Set([person.id]),
    { all, library },
  );
}

/** The chain behind a post. */
export function chainOfPost(office: Office, actor: Actor, library: Library): Chain {
  const all = standIns(library);
  const holders = holdersOf(office, actor, library).map(({ id }) => id);
  return chain(
    all.filter(({ away }) => isPost(away, office, actor)),
    new Set(holders),
    { all, library },
  );
}

/** Posts for which somebody stands in, in the order of their offices. */
export const postsWithStandIns = perLibrary((library): { office: Office; actor: Actor }[] => {
  const all = standIns(library);
  return library.offices.flatMap((office) =>
    office.actors
      .filter((actor) => all.some(({ away }) => isPost(away, office, actor)))
      .map((actor) => ({ office, actor })),
  );
});

function isPost(away: Away, office: Office, actor: Actor): boolean {
  return away.type === 'post' && away.office.id === office.id && away.actor.id === actor.id;
}

function isPerson(away: Away, person: Person, library: Library): boolean {
  return away.type === 'person'
    ? away.person.id === person.id
    : holdersOf(away.office, away.actor, library).some(({ id }) => id === person.id);
}

interface Known {
  readonly all: readonly StandIn[];
  readonly library: Library;
}

function chain(direct: readonly StandIn[], above: ReadonlySet<string>, known: Known): Chain {
  return { links: links(direct, above, known), missingRanks: missing(direct) };
}

function links(
  direct: readonly StandIn[],
  above: ReadonlySet<string>,
  known: Known,
  depth = 1,
): ChainLink[] {
  const here = direct.filter(({ by }) => !above.has(by.id));
  // The next in rank stands beside, not behind: nobody stands in the chain twice on one way down.
  const taken = new Set([...above, ...here.map(({ by }) => by.id)]);
  return here
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((standIn) => {
      const behind = known.all.filter(
        ({ away, by }) => !taken.has(by.id) && isPerson(away, standIn.by, known.library),
      );
      const cut = depth >= DEPTH;
      return {
        standIn,
        next: cut ? [] : links(behind, taken, known, depth + 1),
        more: cut && behind.length > 0,
      };
    });
}

/** Without a rank: after those that have one. */
const rankOf = ({ rank }: StandIn): number => rank ?? Number.MAX_SAFE_INTEGER;

function missing(direct: readonly StandIn[]): number[] {
  const ranks = new Set(direct.flatMap(({ rank }) => rank ?? []));
  const highest = Math.max(0, ...ranks);
  return Array.from({ length: highest }, (_, i) => i + 1).filter((rank) => !ranks.has(rank));
}
