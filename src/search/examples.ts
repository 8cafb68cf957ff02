// Stage: search. The library → queries that find something in it, for the boxes to suggest.
import type { Library } from '../model/library.ts';

export interface Examples {
  /** The shortest name of a procedure. */
  readonly task: string | undefined;
  /** A word that the public uses. */
  readonly alias: string | undefined;
  readonly person: string | undefined;
  /** ใครแทนผู้อำนวยการกลุ่ม */
  readonly question: string | undefined;
}

export function exampleQueries(library: Library): Examples {
  const shortest = library.procedures
    .map(({ title }) => title)
    .toSorted((a, b) => a.length - b.length)[0];
  const forPublic = library.procedures.filter(({ audience }) => audience !== 'staff');
  const aliases = [...forPublic, ...library.procedures].flatMap((procedure) =>
    procedure.aliases.map(({ text }) => text),
  );
  return {
    task: shortest,
    alias: aliases[0],
    person: library.people[0]?.fullName,
    question: standInQuestion(library),
  };
}

function standInQuestion(library: Library): string | undefined {
  for (const order of library.orders)
    for (const { substitutes } of order.assignments.flatMap(({ duties }) => duties)) {
      const actor = library
        .office(order.office.ref)
        .actors.find(({ id }) => id === substitutes?.actor)?.title;
      const unit = library.office(order.office.ref).units.map(({ name }) => name);
      // ผู้อำนวยการกลุ่มส่งเสริมการจัดการศึกษา is asked for as ผู้อำนวยการกลุ่ม.
      const named = unit.find((name) => actor?.endsWith(name));
      if (actor) return `ใครแทน${named ? actor.slice(0, -named.length) + firstWord(named) : actor}`;
    }
  return undefined;
}

function firstWord(unit: string): string {
  return /^กลุ่ม(?:งาน)?/.exec(unit)?.[0] ?? unit;
}
