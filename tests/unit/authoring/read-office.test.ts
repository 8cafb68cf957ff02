// An office's folders on disk → its files as text.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { filesBelow, officeFolders, readOffice } from '../../../src/authoring/read-office.ts';

const made: string[] = [];
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'khumue-office-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('without KHUMUE_OFFICE the office is the project’s own', () => {
  assert.deepEqual(officeFolders({}), { content: 'src/content', seeds: 'seeds' });
  assert.deepEqual(officeFolders({ KHUMUE_OFFICE: '' }), {
    content: 'src/content',
    seeds: 'seeds',
  });
});

test('KHUMUE_OFFICE names a folder with content and seeds', () => {
  assert.deepEqual(officeFolders({ KHUMUE_OFFICE: 'offices/mine' }), {
    content: join('offices/mine', 'content'),
    seeds: join('offices/mine', 'seeds'),
  });
});

test('files come sorted, with the path below the content folder and the one that an author sees', () => {
  const root = folderWith({
    'content/people/b.yaml': 'ข',
    'content/people/a.yaml': 'ก',
    'content/manuals/m/manual.mdx': 'ค',
  });
  const { content } = readOffice({ content: 'content', seeds: 'seeds' }, root);
  assert.deepEqual(content, [
    { path: 'manuals/m/manual.mdx', shown: 'content/manuals/m/manual.mdx', text: 'ค' },
    { path: 'people/a.yaml', shown: 'content/people/a.yaml', text: 'ก' },
    { path: 'people/b.yaml', shown: 'content/people/b.yaml', text: 'ข' },
  ]);
});

test('only text files of the seeds folder are seeds, with their name as id', () => {
  const root = folderWith({
    'seeds/001_a.txt': 'ต้นฉบับ',
    'seeds/corrections.yaml': '[]',
    'seeds/README.md': 'x',
  });
  const { seeds, corrections, omissions } = readOffice(
    { content: 'content', seeds: 'seeds' },
    root,
  );
  assert.deepEqual(seeds, [{ id: '001_a', shown: 'seeds/001_a.txt', text: 'ต้นฉบับ' }]);
  assert.deepEqual(corrections, { shown: 'seeds/corrections.yaml', text: '[]' });
  assert.deepEqual(omissions, { shown: 'seeds/omissions.yaml', text: '' });
});

test('hidden files are left out, and a folder that is not there has none', () => {
  const root = folderWith({ 'a/.DS_Store': 'x', 'a/b/c.yaml': 'x', 'a/b/.hidden.yaml': 'x' });
  assert.deepEqual(filesBelow(join(root, 'a')), [join(root, 'a/b/c.yaml')]);
  assert.deepEqual(filesBelow(join(root, 'nowhere')), []);
});

test('a seed is read as it is, line ends and all', () => {
  const root = folderWith({ 'seeds/001.txt': '\uFEFFก\r\nข\n\n' });
  assert.equal(
    readOffice({ content: 'content', seeds: 'seeds' }, root).seeds[0]?.text,
    '\uFEFFก\r\nข\n\n',
  );
});
