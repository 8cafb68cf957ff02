// Unit tests: content files that were read before → the same content, and only what was right is known.
import assert from 'node:assert/strict';
import test from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { KnownData } from '../../../src/model/known-data.ts';
import { parseContent } from '../../../src/authoring/parse-content.ts';
import { readOffice } from '../../../src/authoring/read-office.ts';

const files = readOffice({ content: 'src/content', seeds: 'seeds' });
const first = new KnownData();
const read = parseContent(files.content, first);

/** Without the functions, by which two contents are never the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('what is known is the same content, and says the same of the same places', () => {
  const known = new KnownData(first.text());
  const again = parseContent(files.content, known);
  assert.equal(known.text(), first.text());
  assert.deepEqual(plain(again), plain(read));
  const places = [[], ['title'], ['steps', 1, 'text'], ['numbering']];
  for (const [i, { file }] of again.content.procedures.entries())
    for (const place of places)
      assert.deepEqual(file.position(place), read.content.procedures[i]?.file.position(place));
});

test('a file that is not right is told of every time; one with other words is read', () => {
  const bent = files.content.map((file) =>
    file.path.endsWith('/saraban.mdx')
      ? { ...file, text: file.text.replace(/^audience:.*$/m, 'audience: nobody') }
      : file,
  );
  const known = new KnownData(first.text());
  const told = checkContent({ ...files, content: bent }, known).problems;
  assert.deepEqual(told, checkContent({ ...files, content: bent }).problems);
  assert.ok(told.length > 0);
  const later = new KnownData(known.text());
  assert.deepEqual(checkContent({ ...files, content: bent }, later).problems, told);
  const right = new KnownData();
  checkContent(files, right);
  const entries = right.text().split('\n').length;
  // The file, and its manual laid along its seed.
  assert.equal(later.text().split('\n').length, entries - 2);
});

test('of a text that was cut off, the whole lines are known', () => {
  const known = new KnownData(first.text().slice(0, -5));
  assert.deepEqual(plain(parseContent(files.content, known)), plain(read));
  assert.equal(known.text().length, first.text().length);
});

test('manuals that were laid along their seeds before lie as they did; along another seed they are laid again', () => {
  for (const office of ['.', 'tests/fixtures/office']) {
    const content = office === '.' ? 'src/content' : `${office}/content`;
    const all = readOffice({ content, seeds: `${office}/seeds` });
    const before = new KnownData();
    const laid = checkContent(all, before);
    assert.ok(laid.aligned.length > 0);
    const known = new KnownData(before.text());
    assert.deepEqual(checkContent(all, known).aligned, laid.aligned);
    assert.equal(known.text(), before.text());
    const seeds = all.seeds.map((seed) => ({ ...seed, text: `เกินมา\n${seed.text}` }));
    const bent = { ...all, seeds };
    const told = checkContent(bent, new KnownData(before.text()));
    assert.deepEqual(plain(told), plain(checkContent(bent)));
    assert.ok(told.problems.length > 0);
  }
});
