// Units and tokens: what Pagefind holds, and what a query asks it for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexTokens, queryTerms } from '../../../src/search/token.ts';
import { unitsOf } from '../../../src/search/units.ts';

const units = (text: string): string =>
  unitsOf(text)
    .map((unit) => unit.text)
    .join('|');

test('a unit is a consonant with all that belongs to it, a Latin letter or a whole number', () => {
  assert.equal(units('เครื่องมือ'), 'เค|รื่|อ|ง|มื|อ');
  assert.equal(units('น้ำ ๒๕๖๒ KM'), 'น้ำ|2562|k|m');
  assert.equal(units('อื่น ๆ ฯลฯ'), 'อื่|น|ล');
});

test('there is one token a unit, of characters that Pagefind neither drops nor cuts', () => {
  const tokens = indexTokens(unitsOf('ที่ ๒ O-NET é 中'));
  assert.equal(tokens.length, 8);
  for (const token of tokens) assert.match(token, /^[\uA000-\uA48C]+$/);
});

test('spaces and hyphens between Thai words do not part their tokens', () => {
  assert.deepEqual(indexTokens(unitsOf('รับ - ส่ง')), indexTokens(unitsOf('รับส่ง')));
});

test('every term of a text is a token of it, at its place', () => {
  const text = unitsOf('ลงวันที่ ๗ มิถุนายน ๒๕๖๒ (O-NET) ปี');
  const tokens = indexTokens(text);
  for (const { token, at, open } of queryTerms(text))
    assert.ok(
      open ? tokens[at]?.startsWith(token) : tokens[at] === token,
      `${token} at ${String(at)}`,
    );
});

test('18 is not in 218, but 21 may become it while it is typed', () => {
  const [stored = ''] = indexTokens(unitsOf('218'));
  assert.notEqual(queryTerms(unitsOf('18'))[0]?.token, stored);
  assert.notEqual(queryTerms(unitsOf('21'))[0]?.token, stored);
  assert.ok(stored.startsWith(queryTerms(unitsOf('21'), true)[0]?.token ?? '-'));
});

test('a half-typed cluster is the beginning of the whole one', () => {
  const stored = indexTokens(unitsOf('กลุ่ม'))[0] ?? '';
  const begun = queryTerms(unitsOf('กล'), true)[0];
  assert.ok(begun?.open && stored.startsWith(begun.token));
  assert.notEqual(queryTerms(unitsOf('กล'))[0]?.token, stored);
});
