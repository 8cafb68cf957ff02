// The form's configuration: every field of every content type is there, with a Thai label; what refers to something offers it by title.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { jsonSchema, type SchemaName } from '../../../src/authoring/editor-schemas.ts';
import { readOffice } from '../../../src/authoring/read-office.ts';
import { editorConfig, type Collection } from '../../../src/form/editor-config.ts';
import { fieldsOf, type Field, type Schema } from '../../../src/form/fields.ts';
import { toForm } from '../../../src/form/form-data.ts';
import { choicesFrom, withChoices } from '../../../src/form/references.ts';

const collections = editorConfig()['collections'] as readonly Collection[];

/** A form's fields as paths: `steps.text`. */
function paths(fields: readonly Field[], at = ''): string[] {
  return fields.flatMap((field) => [
    `${at}${field.name}`,
    ...paths((field['fields'] ?? []) as Field[], `${at}${field.name}.`),
  ]);
}
/** A schema's properties, in the same way. */
function properties(schema: Schema, at = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    at + name,
    ...properties(property.items ?? property, `${at}${name}.`),
  ]);
}
function every(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [
    field,
    ...every((field['fields'] ?? []) as Field[]),
    ...every(field['field'] ? [field['field'] as Field] : []),
  ]);
}

test('every field of every schema has its place in the form', () => {
  const shown = new Map(collections.map(({ name, fields }) => [name, paths(fields)]));
  const named: [SchemaName, string][] = [
    ['procedure', 'procedures'],
    ['manual', 'manuals'],
    ['order', 'orders'],
    ['person', 'people'],
    ['office', 'offices'],
  ];
  for (const [schema, name] of named)
    assert.deepEqual(shown.get(name), properties(jsonSchema(schema) as Schema), name);
  const kinds = (jsonSchema('section') as Schema).oneOf ?? [];
  assert.ok(kinds.length > 5);
  for (const kind of kinds) {
    const name = `sections-${String(kind.properties?.['kind']?.const)}`;
    assert.deepEqual(
      shown.get(name)?.filter((field) => field !== 'body'),
      properties(kind),
      name,
    );
  }
});

test('labels are short and Thai, and so are the names of values', () => {
  for (const { label, fields } of collections) {
    assert.match(label, /^[ก-๙]/);
    for (const field of every(fields)) {
      if (field.widget === 'hidden') continue;
      assert.match(String(field['label']), /^[ก-๙][ก-๙ -]{1,39}$/, field.name);
      for (const option of Array.isArray(field['options']) ? field['options'] : [])
        assert.match((option as { label: string }).label, /^[ก-๙]/, field.name);
    }
  }
});

test('a shape that no field can show is an error, not a field that is not there', () => {
  assert.throws(() => fieldsOf({ properties: { odd: { type: 'null' } } }), /odd/);
});

test('whatever the content refers to by a list is among the choices, by its title', () => {
  const files = ['src/content', 'tests/fixtures/office/content'].map((content) =>
    readOffice(
      { content, seeds: 'seeds' },
      path.resolve(import.meta.dirname, '../../..'),
    ).content.map(({ path: name, text }) => ({ path: name, data: toForm(name, text) })),
  );
  let referred = 0;
  for (const office of files) {
    const choices = choicesFrom(office);
    const look = (fields: readonly Field[], data: unknown): void => {
      for (const item of Array.isArray(data) ? data : [data])
        for (const field of fields) {
          const value = (item as Record<string, unknown> | undefined)?.[field.name];
          if (value === undefined) continue;
          if (field['fields']) look(field['fields'] as Field[], value);
          if (field.widget !== 'select') continue;
          const values = (field['options'] as { label: string; value: string }[]).map(
            (option) => option.value,
          );
          for (const one of Array.isArray(value) ? value : [value])
            assert.ok(values.includes(String(one)), `${field.name}: ${String(one)}`);
          referred += 1;
        }
    };
    for (const { path: name, data } of office) {
      const type = name.split('/').at(-2) ?? '';
      const collection = collections.find((one) =>
        name.endsWith('/manual.mdx')
          ? one.name === 'manuals'
          : one.name === (type === 'sections' ? `sections-${String(data['kind'])}` : type),
      );
      assert.ok(collection, name);
      look(withChoices(collection.fields, choices), data);
    }
  }
  assert.ok(referred > 100);
});
