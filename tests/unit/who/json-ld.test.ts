// What machines read in a page → every property is one that schema.org gives its type.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  officeJsonLd,
  personJsonLd,
  procedureJsonLd,
  type JsonLd,
} from '../../../src/model/json-ld.ts';
import { fiveManuals, inventedOffice } from './offices.ts';

/** schema.org 30: of each type used here, what a property may hold. `text` is also a URL or a number. */
const THING = { name: ['text'], url: ['text'], alternateName: ['text'], subjectOf: ['HowTo'] };
const WORK = { ...THING, inLanguage: ['text'], publisher: ['GovernmentOrganization', 'Person'] };
const STEP = { ...WORK, position: ['text'], text: ['text'], itemListElement: ['HowToStep'] };
const TYPES: Record<string, Record<string, string[]>> = {
  GovernmentService: { ...THING, provider: ['GovernmentOrganization', 'Person'] },
  GovernmentOrganization: { ...THING, department: ['GovernmentOrganization'] },
  Person: {
    ...THING,
    honorificPrefix: ['text'],
    jobTitle: ['text'],
    worksFor: ['GovernmentOrganization'],
  },
  HowTo: { ...WORK, step: ['HowToStep', 'HowToSection'] },
  HowToStep: STEP,
  HowToSection: STEP,
};

const href = (path: string): string => `/base${path}`;

/** What schema.org does not know, one line each. */
function faults(data: JsonLd, path = ''): string[] {
  const graph = data['@graph'];
  if (Array.isArray(graph)) return graph.flatMap((one: JsonLd) => faults(one, path));
  const type = String(data['@type']);
  const known = TYPES[type];
  if (!known) return [`${path}: type ${type}`];
  return Object.entries(data)
    .filter(([key]) => !key.startsWith('@'))
    .flatMap(([key, value]) => {
      const at = `${path}/${type}.${key}`;
      const allowed = known[key];
      if (!allowed) return [at];
      return [value].flat().flatMap((one: unknown) => {
        if (typeof one === 'string' || typeof one === 'number')
          return allowed.includes('text') ? [] : [`${at} is a text`];
        const node = one as JsonLd;
        // A reference to a node of the same page.
        if (Object.keys(node).join() === '@id') return [];
        return allowed.includes(String(node['@type']))
          ? faults(node, at)
          : [`${at} is a ${String(node['@type'])}`];
      });
    });
}

for (const [name, { library }] of [
  ['the five manuals', fiveManuals()],
  ['the invented office', inventedOffice()],
] as const) {
  test(`${name}: schema.org knows every property of every page’s data`, () => {
    const all = [
      ...library.procedures.map((procedure) =>
        procedureJsonLd(procedure, library.manual(procedure.manual), href),
      ),
      ...library.people.map((person) => personJsonLd(person, library, href)),
      ...library.offices
        .map((office) => officeJsonLd(office, href))
        .filter((data) => data !== undefined),
    ];
    assert.ok(all.length > library.procedures.length + library.people.length);
    assert.deepEqual(
      all.flatMap((data) => faults(data)),
      [],
    );
  });
}

test('a property of another type, or an unknown one, is noticed', () => {
  assert.deepEqual(
    faults({
      '@type': 'GovernmentService',
      inLanguage: 'th',
      provider: { '@type': 'HowToStep', text: 'ก' },
      subjectOf: { '@id': '#howto' },
    }),
    ['/GovernmentService.inLanguage', '/GovernmentService.provider is a HowToStep'],
  );
});
