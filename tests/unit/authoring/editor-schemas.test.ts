// What an editor completes and checks content by: schemas/, which npm run schemas writes, and .vscode/settings.json.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { test } from 'node:test';
import { editorSchemas } from '../../../src/authoring/editor-schemas.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('schemas/ is what npm run schemas writes', () => {
  const schemas = editorSchemas();
  assert.deepEqual(
    readdirSync(join(ROOT, 'schemas')).toSorted(),
    schemas.map(({ name }) => name).toSorted(),
  );
  for (const { name, text } of schemas)
    assert.equal(read(`schemas/${name}`), text, `สั่ง npm run schemas แล้วเก็บ schemas/${name}`);
});

test('every field of every file is explained to its author in Thai', () => {
  const silent: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, below] of Object.entries(node)) {
      if (key === 'properties')
        for (const [field, schema] of Object.entries(below as Record<string, object>))
          if (!('description' in schema) || !/[ก-๙]/.test(String(schema.description)))
            silent.push(`${path}.${field}`);
      visit(below, `${path}.${key}`);
    }
  };
  for (const { name, text } of editorSchemas()) visit(JSON.parse(text), name);
  assert.deepEqual(silent, []);
});

test('an editor is told of the schema of each YAML file, and only of schemas that are there', () => {
  const settings = JSON.parse(read('.vscode/settings.json')) as {
    'yaml.schemas': Record<string, string>;
  };
  const globs = Object.entries(settings['yaml.schemas']);
  for (const [schema] of globs) assert.ok(existsSync(join(ROOT, schema)), schema);
  const schemaOf = (path: string): string | undefined =>
    globs.find(([, glob]) => matchesGlob(path, glob))?.[0];
  for (const [folder, schema] of [
    ['src/content/offices', 'office'],
    ['src/content/people', 'person'],
    ['tests/fixtures/office/content/people', 'person'],
  ] as const)
    for (const file of readdirSync(join(ROOT, folder)))
      assert.equal(schemaOf(`${folder}/${file}`), `./schemas/${schema}.schema.json`);
  for (const notes of ['corrections', 'omissions'])
    assert.equal(schemaOf(`seeds/${notes}.yaml`), `./schemas/${notes}.schema.json`);
});
