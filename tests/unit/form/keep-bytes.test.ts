// What the form writes: every content file as it was where nothing changed, one line where one text changed, and refusals.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readOffice } from '../../../src/authoring/read-office.ts';
import { editorConfig, type Collection } from '../../../src/form/editor-config.ts';
import type { Field } from '../../../src/form/fields.ts';
import { isRecord, toForm, type FormData } from '../../../src/form/form-data.ts';
import { keepBytes } from '../../../src/form/keep-bytes.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const files = ['src/content', 'tests/fixtures/office/content'].flatMap(
  (content) => readOffice({ content, seeds: 'seeds' }, root).content,
);
const collections = editorConfig()['collections'] as readonly Collection[];

/** As the editor does: every field is there, and what a file does not say is empty. */
function filled(fields: readonly Field[], data: unknown): Record<string, unknown> {
  const values = isRecord(data) ? data : {};
  return Object.fromEntries(
    fields.map((field) => [field.name, filledValue(field, values[field.name])]),
  );
}
function filledValue(field: Field, value: unknown): unknown {
  const fields = field['fields'] as readonly Field[] | undefined;
  switch (field.widget) {
    case 'object':
      return filled(fields ?? [], value);
    case 'list':
      return (Array.isArray(value) ? value : []).map((item) =>
        fields ? filled(fields, item) : (item as unknown),
      );
    case 'boolean':
      return value ?? false;
    case 'number':
      return value ?? null;
    default:
      return value ?? (field['multiple'] ? [] : '');
  }
}

function collectionOf(file: string, data: FormData): Collection {
  const found = collections.find(({ folder, path: names, extension, ...more }) => {
    const pattern = `${folder}/${names}.${String(extension)}`
      .replace('content/', '')
      .replaceAll('{{slug}}', '[^/]+');
    const { filter } = more as { filter?: { value: string } };
    return new RegExp(`^${pattern}$`).test(file) && (!filter || filter.value === data['kind']);
  });
  assert.ok(found, file);
  return found;
}

test('a form that says what the file says, empty fields and all, leaves every byte', () => {
  for (const { path: file, text } of files) {
    const shown = toForm(file, text);
    assert.equal(keepBytes(file, text, shown), text, file);
    const all = filled(collectionOf(file, shown).fields, shown);
    assert.equal(keepBytes(file, text, all), text, file);
  }
});

test('changed texts are changed lines, one a text; changed back, every byte is as it was', () => {
  for (const { path: file, text } of files) {
    const shown = toForm(file, text);
    const places = placesOfTexts(shown);
    const lines = text.split('\n');
    for (const some of [places, places.slice(-1)]) {
      // What a text may not hold without quotes.
      const changed = withTexts(shown, some, (words) => `${words} แก้: # "ใหม่"`);
      const written = keepBytes(file, text, changed);
      const now = written.split('\n');
      assert.equal(now.length, lines.length, file);
      const different = now.filter((line, at) => line !== lines[at]);
      // Two texts can share a line: { ref: …, basis: … }.
      if (some.length === 1) assert.equal(different.length, 1, file);
      else assert.ok(different.length > 0 && different.length <= some.length, file);
      assert.deepEqual(toForm(file, written), changed, file);
      assert.equal(keepBytes(file, written, shown), text, file);
    }
  }
});

type Place = readonly (string | number)[];
/** Texts on a line of their own: not a body's, which are paragraphs. */
function placesOfTexts(value: unknown, at: Place = []): Place[] {
  if (typeof value === 'string')
    return at.at(-1) === 'id' || at[0] === 'body' || value.includes('\n') ? [] : [at];
  if (Array.isArray(value)) return value.flatMap((item, i) => placesOfTexts(item, [...at, i]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => placesOfTexts(item, [...at, key]));
}
function withTexts(
  data: FormData,
  places: readonly Place[],
  change: (text: string) => string,
): FormData {
  const copy = structuredClone(data) as Record<string | number, unknown>;
  for (const place of places) {
    let parent = copy;
    for (const key of place.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
    const last = place.at(-1) ?? '';
    parent[last] = change(String(parent[last]));
  }
  return copy;
}
