// Old addresses of procedures: a page at each, and lines for hosts that redirect.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderPage } from '../../../src/folder/page.ts';
import { hostFiles } from '../../../src/hosting/host-files.ts';
import { movedFile, movedPage, movedAddresses } from '../../../src/hosting/redirects.ts';

const none = { manuals: [], procedures: [], people: [], orders: [], offices: [] };
const moved = movedAddresses({
  ...none,
  procedures: [
    {
      id: 'new',
      manual: 'm',
      title: 'งาน "ก" & <ข>',
      url: '/khumue/manuals/m/new/',
      formerly: ['m/old', 'n/older'],
    },
    {
      id: 'still',
      manual: 'm',
      title: 'งานที่ไม่เคยย้าย',
      url: '/khumue/manuals/m/still/',
      formerly: [],
    },
  ],
});
const [old] = moved;
assert.ok(old);

test('an old address has a page that leads to the new one, with a link for who has to press it', () => {
  assert.equal(movedFile(old), 'manuals/m/old/index.html');
  const page = movedPage(old, new URL('https://example.org'));
  assert.match(page, /http-equiv="refresh" content="0; url=\/khumue\/manuals\/m\/new\/"/);
  assert.match(page, /rel="canonical" href="https:\/\/example\.org\/khumue\/manuals\/m\/new\/"/);
  assert.match(
    page,
    /<a href="\/khumue\/manuals\/m\/new\/">งาน &#34;ก&#34; &#38; &#60;ข&#62;<\/a>/,
  );
});

test('a manual takes its procedures along; people, orders and offices move as well', () => {
  const all = movedAddresses({
    manuals: [{ id: 'm', title: { text: 'คู่มือ' }, url: '/manuals/m/', formerly: ['before'] }],
    procedures: [
      { id: 'p', manual: 'm', title: 'งาน', url: '/manuals/m/p/', formerly: ['before/q'] },
      { id: 'p', manual: 'other', title: 'งานอื่น', url: '/manuals/other/p/', formerly: [] },
    ],
    people: [{ name: 'มะลิ', url: '/people/mali/', formerly: ['malee'] }],
    orders: [{ number: '๑/๒๕๖๗', url: '/orders/o-1/', formerly: ['o'] }],
    offices: [{ name: 'สำนักงาน', url: '/offices/new/', formerly: ['old'] }],
  });
  assert.deepEqual(
    all.map(({ from, to }) => [from, to]),
    [
      ['manuals/before/q/', '/manuals/m/p/'],
      ['manuals/before/', '/manuals/m/'],
      ['manuals/before/p/', '/manuals/m/p/'],
      ['people/malee/', '/people/mali/'],
      ['orders/o/', '/orders/o-1/'],
      ['offices/old/', '/offices/new/'],
    ],
  );
});

test('hosts that redirect get a line for each old address, others no file', () => {
  const files = hostFiles('/khumue/', {}, moved);
  assert.equal(
    files.get('_redirects'),
    '/khumue/manuals/m/old/ /khumue/manuals/m/new/ 301\n/khumue/manuals/n/older/ /khumue/manuals/m/new/ 301\n',
  );
  assert.match(
    files.get('.htaccess') ?? '',
    /^Redirect 301 "\/khumue\/manuals\/m\/old\/" "\/khumue\/manuals\/m\/new\/"$/m,
  );
  assert.equal(hostFiles('/', {}).has('_redirects'), false);
});

test('in the copy that opens as files an old address leads to the file of the new one', () => {
  const page = movedPage({ from: 'manuals/m/old/', to: '/manuals/m/new/', title: 'งาน' });
  const { html } = folderPage(page, 'manuals/m/old/index.html', 'scripts/folder.js', () => '');
  assert.match(html, /content="0; url=\.\.\/\.\.\/\.\.\/manuals\/m\/new\/index\.html"/);
});
