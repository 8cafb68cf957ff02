// Stage: source. Library and provenance → the data that other programs read (/data/manuals.json).
import type { Manual, Part, Procedure } from '../model/library.ts';
import { flatParts } from '../model/library.ts';
import { markAt } from '../model/mark.ts';
import { manualPath, officePath, procedurePath } from '../model/paths.ts';
import type { Step, Substep } from '../model/procedure.ts';
import type { Published } from '../model/published.ts';
import type { Provenance } from './provenance.ts';
import { link, sourceOf, type PublishedSource, type Sources } from './publish-fields.ts';
import type { Publishing } from './published-text.ts';
import { publishWho } from './publish-who.ts';

type ProvenanceOf = Sources['provenance'];
type PublishedStep = Published['procedures'][number]['steps'][number];

/**
 * Everything, in the order of the sources.
 *
 * @param href turns a path from the root into an address of this site
 * @param mermaid a procedure's flow chart as Mermaid source
 */
export function publish(
  sources: Sources,
  href: (path: string) => string,
  mermaid: (procedure: Procedure) => string,
): Publishing {
  const { library, provenance, corrections } = sources;
  return {
    version: 1,
    manuals: library.manuals.map((manual) => ({
      id: manual.id,
      title: manual.title,
      kind: manual.kind,
      url: href(manualPath(manual.id)),
      seed: manual.seed,
      office: link(manual.data.office),
      unit: manual.data.unit ? link(manual.data.unit) : null,
      authors: manual.data.authors.map(link),
      upkeep: {
        owner: manual.data.upkeep?.owner ?? null,
        reviewed: manual.data.upkeep?.reviewed ?? null,
        everyMonths: manual.data.upkeep?.everyMonths ?? null,
      },
      parts: flatParts(manual.parts).map(({ id }) => id),
      formerly: manual.data.formerly ?? [],
    })),
    sections: library.manuals.flatMap((manual) =>
      flatParts(manual.parts).flatMap((part) => laterSection(manual, part, provenance)),
    ),
    procedures: library.procedures.map((procedure) => ({
      first: { id: procedure.id, manual: procedure.manual },
      shows: [procedure.ref],
      make: () => publishProcedure(procedure, provenance(procedure.manual), href, mermaid),
    })),
    ...publishWho(sources, href),
    offices: library.offices.map(({ id, name, short, kind, basis, units, actors, formerly }) => ({
      id,
      name,
      short,
      kind,
      basis,
      url: href(officePath(id)),
      formerly: formerly ?? [],
      units,
      actors: actors.map((actor) => ({
        id: actor.id,
        title: actor.title,
        public: actor.public ?? false,
      })),
    })),
    corrections: corrections.map(({ seed, line, printed, read, kind, reason, certainty }) => ({
      seed,
      line,
      printed,
      read,
      kind,
      reason,
      certainty,
    })),
  };
}

function laterSection(
  manual: Manual,
  part: Part,
  provenance: ProvenanceOf,
): Publishing['sections'] {
  if (part.type !== 'section' && part.type !== 'chapter') return [];
  const data = part.type === 'chapter' ? part.chapter : part.section.data;
  const first = { id: part.id, manual: manual.id };
  const make = (): Published['sections'][number] => ({
    ...first,
    kind: data.kind,
    title: 'title' in data ? (data.title ?? null) : null,
    texts: provenance(manual.id)
      .piecesOf(part.id)
      .map(({ path, text }) => ({
        path,
        text,
        source: sourceOf(provenance(manual.id), part.id, path),
      })),
  });
  return [{ first, shows: [manual.id], make }];
}

function publishProcedure(
  procedure: Procedure,
  provenance: Provenance,
  href: (path: string) => string,
  mermaid: (procedure: Procedure) => string,
): Published['procedures'][number] {
  const source = (path: string): PublishedSource => sourceOf(provenance, procedure.id, path);
  const step = (
    data: Step | Substep,
    mark: string,
    path: string,
  ): Omit<PublishedStep, 'substeps'> => ({
    id: data.id,
    mark,
    text: data.text,
    actor: data.actor ?? null,
    to: data.to ?? [],
    kind: data.kind ?? null,
    produces: data.produces ?? [],
    duration: data.duration ?? null,
    next: (data.next ?? []).map(({ to, when, inferred }) => ({
      to,
      when: when ?? null,
      inferred: inferred ?? false,
    })),
    source: source(`${path}.text`),
  });
  return {
    id: procedure.id,
    manual: procedure.manual,
    title: procedure.title,
    number: procedure.number ?? null,
    url: href(procedurePath(procedure.ref)),
    audience: procedure.audience,
    formerly: procedure.formerly ?? [],
    aliases: procedure.aliases,
    task: procedure.task ? link(procedure.task) : null,
    description: procedure.description,
    scope: (procedure.scope?.items ?? []).map((item, i) => ({
      id: item.id,
      mark: procedure.scope?.numbering ? markAt(procedure.scope.numbering, i) : null,
      text: item.text,
      source: source(`scope.items.${String(i)}.text`),
    })),
    steps: procedure.steps.map((data, i) => ({
      ...step(data, markAt(procedure.numbering, i), `steps.${String(i)}`),
      substeps: (data.substeps ?? []).map((substep, j) =>
        step(
          substep,
          data.numbering ? markAt(data.numbering, j) : '',
          `steps.${String(i)}.substeps.${String(j)}`,
        ),
      ),
    })),
    mermaid: mermaid(procedure),
    form: procedure.form,
  };
}
