// Unit tests: pages lose the indents of their source and nothing that shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutIndents } from '../../../src/hosting/indents.ts';

function shortened(html: string): string {
  return new TextDecoder().decode(withoutIndents(new TextEncoder().encode(html)));
}

test('indents go, a line end between two words stays', () => {
  assert.equal(
    shortened('<p>\n    <b>หนึ่ง</b> \t\n\r\n    <b>สอง</b>\n</p>'),
    '<p>\n<b>หนึ่ง</b>\n<b>สอง</b>\n</p>',
  );
});

test('preformatted text stays as it is, what stands around it does not', () => {
  const pre = '<pre>\n  a\n    b</pre>';
  const area = '<textarea>\n  c\n  </textarea>';
  assert.equal(shortened(pre + area), pre + area);
  assert.equal(
    shortened(`<p>\n  ก\n  ${area}\n  ${pre}\n  ข\n</p>\n`),
    `<p>\nก\n${area}\n${pre}\nข\n</p>\n`,
  );
});

test('a page of one line, and an empty one', () => {
  for (const html of ['<p>ก ข</p>', '']) assert.equal(shortened(html), html);
});
