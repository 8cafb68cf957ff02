// Unit tests: pages lose the indents of their source and nothing that shows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutIndents } from '../../../src/hosting/indents.ts';

test('indents go, a line end between two words stays', () => {
  assert.equal(
    withoutIndents('<p>\n    <b>หนึ่ง</b>\n\n    <b>สอง</b>\n</p>'),
    '<p>\n<b>หนึ่ง</b>\n<b>สอง</b>\n</p>',
  );
});

test('preformatted text stays as it is', () => {
  const html = '<pre>\n  a\n    b</pre><textarea>\n  c\n  </textarea>';
  assert.equal(withoutIndents(html), html);
});
