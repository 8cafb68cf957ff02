// short-path.ts: every letter of the site's font keeps its outline; what is written is shorter; other commands are refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fontkit from 'fontkit';
import { shortPath } from '../../../src/chart/short-path.ts';

const FILES = ['400', '700'];

test('every outline of the font files is the same when its places are added up', () => {
  let before = 0;
  let after = 0;
  for (const file of FILES) {
    const bytes = readFileSync(`src/styles/fonts/sarabun-${file}.woff2`);
    const font = fontkit.create(bytes) as fontkit.Font;
    const scale = 1000 / font.unitsPerEm;
    for (let id = 0; id < font.numGlyphs; id += 1) {
      const exact = font.getGlyph(id).path.scale(scale, -scale).toSVG();
      const rounded = exact.replace(/-?\d+(?:\.\d+)?/g, (number) =>
        String(Math.round(Number(number))),
      );
      const short = shortPath(exact);
      assert.deepEqual(added(short), added(rounded), `${file}, glyph ${String(id)}`);
      before += rounded.length;
      after += short.length;
    }
  }
  assert.ok(before > 100_000, 'the files have letters');
  assert.ok(after < 0.7 * before, `${String(after)} of ${String(before)} characters`);
});

test('lines along an axis, letters that come again, and places after an end', () => {
  assert.equal(
    shortPath('M10.4 -5L10 5L20 5L30 6L40 7Q1 2 3 4ZM0 0L5 5L5 5Z'),
    'm10-5v10h10l10 1 10 1q-39-5-37-3zm-10 5l5 5h0z',
  );
});

test('another command is refused', () => {
  assert.throws(() => shortPath('M0 0A1 1 0 0 1 5 5Z'), RangeError);
  assert.throws(() => shortPath('M0 0L5 5 6 6Z'), RangeError);
});

/** A path's commands with absolute places, h and v as lines; read by the rules of SVG, not by those of the module. */
function added(path: string): (string | number)[][] {
  const commands: (string | number)[][] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', listed = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (listed.match(/-?\d+/g) ?? []).map(Number);
    const isRelative = letter === letter.toLowerCase();
    const kind = letter.toUpperCase();
    const size = { M: 2, L: 2, Q: 4, C: 6, H: 1, V: 1 }[kind];
    if (size === undefined) {
      commands.push([kind]);
      [x, y] = [startX, startY];
      continue;
    }
    assert.equal(numbers.length % size, 0, listed);
    for (let i = 0; i < numbers.length; i += size) {
      const own = numbers.slice(i, i + size);
      const from = (number: number, at: number): number => (isRelative ? number + at : number);
      const [first = 0] = own;
      const places =
        kind === 'H'
          ? [from(first, x), y]
          : kind === 'V'
            ? [x, from(first, y)]
            : own.map((number, j) => from(number, j % 2 === 0 ? x : y));
      commands.push([kind === 'H' || kind === 'V' ? 'L' : kind, ...places]);
      [x = 0, y = 0] = places.slice(-2);
      if (kind === 'M') [startX, startY] = [x, y];
    }
  }
  return commands;
}
