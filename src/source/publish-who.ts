// Stage: source. The library and its way back to the sources → what other programs read of people, orders, tasks and the same work.
import { coverages, type TaskCoverage } from '../model/coverage.ts';
import type { Library, Order, Person } from '../model/library.ts';
import { markAt } from '../model/mark.ts';
import { comparePath, dutyPath, orderPath, personPath, taskPath } from '../model/paths.ts';
import type { Published } from '../model/published.ts';
import { dutiesOf, endedBy, ends } from '../model/responsibility.ts';
import { sameEndings, type PlacedText, type SameWork } from '../model/same-work.ts';
import { placesAfter, placesOf, type NamePlace } from './name-places.ts';
import type { Provenance } from './provenance.ts';
import { link, sourceOf, type Sources } from './publish-fields.ts';
import type { Publishing } from './published-text.ts';
import type { Reading } from './reading.ts';

type ProvenanceOf = Sources['provenance'];
type Href = (path: string) => string;
type Who = Pick<Publishing, 'people' | 'orders' | 'tasks' | 'sameWork' | 'sameEndings'>;
type PublishedPair = Published['sameWork'][number]['pairs'][number];
type Printed = Published['people'][number]['spellings'][number];

export function publishWho({ library, readings, provenance, works }: Sources, href: Href): Who {
  return {
    people: library.people.map((person) => publishPerson(person, readings, href)),
    orders: library.orders.map((order) =>
      publishOrder(order, library, provenance(order.manual), href),
    ),
    tasks: publishTasks(library, href),
    sameWork: publishSameWork(works(), provenance, href),
    sameEndings: sameEndings(library).map(({ text, ends: steps }) => ({
      text,
      steps: steps.map(({ procedure }) => ({
        procedure: procedure.ref,
        step: procedure.steps.at(-1)?.id ?? '',
      })),
    })),
  };
}

function publishPerson(
  person: Person,
  readings: readonly Reading[],
  href: Href,
): Who['people'][number] {
  const names = [person.name, ...person.spellings];
  return {
    id: person.id,
    url: href(personPath(person.id)),
    prefix: person.prefix,
    name: person.name,
    spellings: names.map((text) => printed(text, placesOf(text, readings))),
    posts: person.posts.map((post) => ({
      title: post.title,
      office: link(post.office),
      unit: post.unit ? link(post.unit) : null,
      printed: post.printed.map((text) => printed(text, placesAfter(text, names, readings))),
    })),
    note: person.note ?? null,
    formerly: person.formerly ?? [],
  };
}

const printed = (text: string, places: readonly NamePlace[]): Printed => ({
  text,
  source: places.map(({ seed, line }) => ({ file: `${seed}.txt`, line })),
});

function publishOrder(
  order: Order,
  library: Library,
  provenance: Provenance,
  href: Href,
): Who['orders'][number] {
  const duties = dutiesOf(order, library);
  return {
    id: order.id,
    manual: order.manual,
    number: order.number,
    url: href(orderPath(order.id)),
    formerly: order.formerly ?? [],
    date: order.date,
    subject: order.subjectLine,
    office: link(order.office),
    unit: order.unit ? link(order.unit) : null,
    signatory: order.signatory ?? null,
    legalBasis: order.legalBasis,
    replaces: ends(order, library).map(({ said, order: before }) => ({
      ...said,
      order: before?.id ?? null,
    })),
    endedBy: endedBy(order, library).map(({ id }) => id),
    assignments: order.assignments.map((assignment) => ({
      person: assignment.person,
      name: assignment.name,
      post: assignment.post,
      duties: duties
        .filter((assigned) => assigned.assignment === assignment)
        .map(({ duty, path }, i) => ({
          id: duty.id,
          url: href(dutyPath(assignment.person, duty.id)),
          mark: markAt(assignment.numbering, i),
          text: duty.text,
          procedures: duty.procedures.map(link),
          tasks: duty.tasks.map(link),
          substitutes: duty.substitutes
            ? {
                actor: duty.substitutes.actor ?? null,
                person: duty.substitutes.person ?? null,
                rank: duty.substitutes.rank ?? null,
                when: duty.substitutes.when ?? null,
              }
            : null,
          source: sourceOf(provenance, order.id, `${path}.text`),
        })),
    })),
  };
}

function publishTasks(library: Library, href: Href): Who['tasks'] {
  const covered = new Map<string, TaskCoverage>(
    coverages(library).flatMap(({ groups }) =>
      groups.flatMap(({ tasks }) => tasks.map((one) => [one.task.ref, one] as const)),
    ),
  );
  return library.manuals.flatMap((manual) =>
    manual.tasks
      .flatMap((group) => [group, ...group.tasks])
      .map(({ id, ref, number, text, group, aliases }) => {
        const coverage = covered.get(ref);
        return {
          id,
          url: href(taskPath(id)),
          manual: manual.id,
          number,
          text,
          group: group ?? null,
          aliases: [...aliases],
          procedures: (coverage?.procedures ?? []).map(({ procedure, basis }) => ({
            id: procedure.ref,
            basis,
          })),
          duties: (coverage?.covers ?? []).map(({ assigned, basis }) => ({
            id: assigned.duty.id,
            basis,
          })),
          coverage: coverage?.state ?? null,
        };
      }),
  );
}

function publishSameWork(
  works: readonly SameWork[],
  provenance: ProvenanceOf,
  href: Href,
): Who['sameWork'] {
  const placed = ({ manual, part, path, text }: PlacedText): PublishedPair['texts'][number] => ({
    part,
    path,
    text,
    source: sourceOf(provenance(manual.id), part, path),
  });
  return works.map(({ a, b, pairs, links }) => {
    const first = { manuals: [a.id, b.id] as [string, string] };
    return {
      first,
      shows: first.manuals,
      make: () => ({
        ...first,
        url: href(comparePath(a.id, b.id)),
        pairs: pairs.map((pair) => ({
          kind: pair.a.kind,
          similarity: pair.similarity,
          texts: [placed(pair.a), placed(pair.b)],
        })),
        links: links.map(({ task, procedure, basis }) => ({
          task: task.ref,
          procedure: procedure.ref,
          basis,
        })),
      }),
    };
  });
}
