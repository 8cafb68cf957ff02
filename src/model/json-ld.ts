// Stage: model. Library → what other machines read in a page: schema.org in JSON-LD. Only what the sources state.
import type { Library, Manual, Office, Person, Procedure } from './library.ts';
import { officePath, personPath, procedurePath, stepPath } from './paths.ts';
import type { Step, Substep } from './procedure.ts';

export type JsonLd = Readonly<Record<string, unknown>>;
/** A path from the root → an address of this site. */
type Href = (path: string) => string;

/** A procedure's steps, and the service behind them where the public is spoken to. */
export function procedureJsonLd(procedure: Procedure, manual: Manual, href: Href): JsonLd {
  const url = href(procedurePath(procedure.ref));
  const provider = organizationRef(manual.office, manual.data.office.basis === 'stated', href);
  const isForStaff = procedure.audience === 'staff';
  // Beside the service, which has it whole, by its id.
  const publisher = isForStaff ? provider : provider && { '@id': provider['@id'] };
  const howTo = {
    '@type': 'HowTo',
    '@id': `${url}#howto`,
    name: procedure.title,
    inLanguage: 'th',
    url,
    ...(publisher && { publisher }),
    step: procedure.steps.map((step, i) => stepJsonLd(step, i, procedure, href)),
  };
  if (isForStaff) return { '@context': 'https://schema.org', ...howTo };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'GovernmentService',
        '@id': `${url}#service`,
        name: procedure.title,
        url,
        ...(provider && { provider }),
        subjectOf: { '@id': howTo['@id'] },
      },
      howTo,
    ],
  };
}

function stepJsonLd(step: Step, index: number, procedure: Procedure, href: Href): JsonLd {
  const one = (text: Step | Substep, position: number): JsonLd => ({
    '@type': 'HowToStep',
    position,
    text: text.text,
    url: href(stepPath(procedure.ref, text.id)),
  });
  if (!step.substeps) return one(step, index + 1);
  return {
    '@type': 'HowToSection',
    position: index + 1,
    name: step.text,
    url: href(stepPath(procedure.ref, step.id)),
    itemListElement: step.substeps.map((substep, i) => one(substep, i + 1)),
  };
}

/** An office that its source names; undefined where the name is an editor's reading. */
export function officeJsonLd(office: Office, href: Href): JsonLd | undefined {
  const self = organizationRef(office, true, href);
  if (!self) return undefined;
  const units = office.units.filter(({ basis }) => basis === 'stated');
  return {
    '@context': 'https://schema.org',
    ...self,
    ...(units.length > 0 && {
      department: units.map(({ name }) => ({ '@type': 'GovernmentOrganization', name })),
    }),
  };
}

/** A person as the sources print them: name, posts, and the office of each post that the source names. */
export function personJsonLd(person: Person, library: Library, href: Href): JsonLd {
  const url = href(personPath(person.id));
  const works = person.posts.flatMap(
    (post) =>
      organizationRef(library.office(post.office.ref), post.office.basis === 'stated', href) ?? [],
  );
  const posts = [...new Set(person.posts.map(({ title }) => title))];
  return {
    '@context': 'https://schema.org',
    '@type': 'Person',
    '@id': `${url}#person`,
    url,
    name: person.fullName,
    honorificPrefix: person.prefix,
    ...(person.spellings.length > 0 && { alternateName: person.spellings }),
    ...(posts.length > 0 && { jobTitle: posts.length === 1 ? posts[0] : posts }),
    ...(works.length > 0 && { worksFor: works[0] }),
  };
}

function organizationRef(office: Office, stated: boolean, href: Href): JsonLd | undefined {
  if (!stated || office.basis !== 'stated') return undefined;
  const url = href(officePath(office.id));
  return {
    '@type': 'GovernmentOrganization',
    '@id': `${url}#organization`,
    name: office.name,
    alternateName: office.short,
    url,
  };
}

/** For the inside of a script element: nothing in it can end the element or open a comment. */
export function jsonLdText(data: JsonLd): string {
  return JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
