// Units and tokens: what Pagefind holds, and what a query asks it for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tokenNumbers } from '../../../src/search/index-tokens.ts';
import { normalise } from '../../../src/search/normalise.ts';
import { queryTerms } from '../../../src/search/token.ts';
import { unitsIn, unitsOf } from '../../../src/search/units.ts';

const units = (text: string): string =>
  unitsOf(text)
    .map((unit) => unit.text)
    .join('|');

const indexTokens = (text: string): string[] => {
  const numbers = tokenNumbers();
  return numbers.of(normalise(text)).map((number) => numbers.token(number));
};

test('a unit is a consonant with all that belongs to it, a Latin letter or a whole number', () => {
  assert.equal(units('เครื่องมือ'), 'เค|รื่|อ|ง|มื|อ');
  assert.equal(units('น้ำ ๒๕๖๒ KM'), 'น้ำ|2562|k|m');
  assert.equal(units('อื่น ๆ ฯลฯ'), 'อื่|น|ล');
});

test('units are those of the pattern that says what they are', () => {
  const mark = '[\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E]';
  const cluster = `[เ-ไ]?[ก-ฮ]${mark}*[\\u0E30\\u0E32\\u0E33]?${mark}*|[\\u0E30-\\u0E3A]|[\\u0E40-\\u0E45]|[\\u0E47-\\u0E4D]`;
  const pattern = new RegExp(
    `(?<thai>${cluster})|(?<number>\\d+)|(?<latin>(?!\\u0E2F|\\u0E46)\\p{L}\\p{M}*)`,
    'gsu',
  );
  const thai = fc.integer({ min: 0x0e00, max: 0x0e7f }).map((code) => String.fromCharCode(code));
  const other = fc.constantFrom(
    ...[
      'a',
      'Z',
      '1',
      '9',
      ' ',
      '.',
      '-',
      '\u0301',
      'é',
      '中',
      '\u0330',
      '😀',
      '𝒜',
      '\uD835',
      'ๆ',
      'ฯ',
      '\u00A0',
      '١',
    ],
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(thai, other, fc.string({ unit: 'binary' }))), (signs) => {
      const text = signs.join('');
      let end = -1;
      const wanted = [...text.matchAll(pattern)].map((match) => {
        const first = match.index !== end;
        end = match.index + match[0].length;
        const kinds = Object.entries(match.groups ?? {}) as [string, string | undefined][];
        const kind = kinds.find(([, found]) => found !== undefined)?.[0];
        return { text: match[0], kind, first, at: match.index };
      });
      assert.deepEqual(unitsIn(text), wanted);
    }),
    { numRuns: 2000 },
  );
});

test('there is one token a unit, of characters that Pagefind neither drops nor cuts', () => {
  const tokens = indexTokens('ที่ ๒ O-NET é 中');
  assert.equal(tokens.length, 8);
  for (const token of tokens) assert.match(token, /^[\uA000-\uA48C]+$/);
});

test('spaces and hyphens between Thai words do not part their tokens', () => {
  assert.deepEqual(indexTokens('รับ - ส่ง'), indexTokens('รับส่ง'));
});

test('every term of a text is a token of it, at its place', () => {
  const text = 'ลงวันที่ ๗ มิถุนายน ๒๕๖๒ (O-NET) ปี';
  const tokens = indexTokens(text);
  for (const { token, at, open } of queryTerms(unitsOf(text)))
    assert.ok(
      open ? tokens[at]?.startsWith(token) : tokens[at] === token,
      `${token} at ${String(at)}`,
    );
});

test('18 is not in 218, but 21 may become it while it is typed', () => {
  const [stored = ''] = indexTokens('218');
  assert.notEqual(queryTerms(unitsOf('18'))[0]?.token, stored);
  assert.notEqual(queryTerms(unitsOf('21'))[0]?.token, stored);
  assert.ok(stored.startsWith(queryTerms(unitsOf('21'), true)[0]?.token ?? '-'));
});

test('a half-typed cluster is the beginning of the whole one', () => {
  const stored = indexTokens('กลุ่ม')[0] ?? '';
  const begun = queryTerms(unitsOf('กล'), true)[0];
  assert.ok(begun?.open && stored.startsWith(begun.token));
  assert.notEqual(queryTerms(unitsOf('กล'))[0]?.token, stored);
});
