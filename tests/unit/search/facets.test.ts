// Filters: addresses, counts, and what remains.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress, writeAddress } from '../../../src/search/address.ts';
import { listedCatalogue } from '../../../src/search/catalogue.ts';
import { counted, filtered } from '../../../src/search/facets.ts';
import { searchContent } from '../../../src/search/search-content.ts';
import { ownLibrary } from './office-content.ts';

const none = { type: [], office: [], unit: [], person: [] };
const catalogue = listedCatalogue(searchContent(ownLibrary(), () => undefined));
const all = catalogue.pages.map((page) => ({ page, runs: [] }));

test('an address comes back as it was written, lists with commas or not', () => {
  const asked = {
    query: 'งาน & “แผน”',
    chosen: { ...none, type: ['duty', 'person'], office: ['loei-1'] },
  };
  assert.deepEqual(readAddress(writeAddress(asked)), asked);
  assert.deepEqual(readAddress('?type=duty,person&office=loei-1').chosen.type, ['duty', 'person']);
  assert.equal(writeAddress({ query: '', chosen: none }), '');
});

test('a choice leaves as many as its count says', () => {
  const chosen = { ...none, office: ['loei-1'] };
  const counts = counted(all, chosen, catalogue);
  for (const { id, count } of counts.type)
    assert.equal(filtered(all, { ...chosen, type: [id] }).length, count, id);
  // The office's own counts are as if it were not chosen.
  assert.deepEqual(counts.office, counted(all, none, catalogue).office);
});

test('every office, unit and person of the content has something', () => {
  const counts = counted(all, none, catalogue);
  for (const facet of ['office', 'unit', 'person'] as const)
    for (const { id, count } of counts[facet]) assert.ok(count > 0, `${facet} ${id}`);
});
