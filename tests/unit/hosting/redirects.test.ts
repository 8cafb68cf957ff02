// Old addresses of procedures: a page at each, and lines for hosts that redirect.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderPage } from '../../../src/folder/page.ts';
import { hostFiles } from '../../../src/hosting/host-files.ts';
import { movedFile, movedPage, movedProcedures } from '../../../src/hosting/redirects.ts';

const moved = movedProcedures({
  procedures: [
    { title: 'งาน "ก" & <ข>', url: '/khumue/manuals/m/new/', formerly: ['m/old', 'n/older'] },
    { title: 'งานที่ไม่เคยย้าย', url: '/khumue/manuals/m/still/', formerly: [] },
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

test('hosts that redirect get a line for each old address, others no file', () => {
  const files = hostFiles('/khumue/', moved);
  assert.equal(
    files.get('_redirects'),
    '/khumue/manuals/m/old/ /khumue/manuals/m/new/ 301\n/khumue/manuals/n/older/ /khumue/manuals/m/new/ 301\n',
  );
  assert.match(
    files.get('.htaccess') ?? '',
    /^Redirect 301 "\/khumue\/manuals\/m\/old\/" "\/khumue\/manuals\/m\/new\/"$/m,
  );
  assert.equal(hostFiles('/').has('_redirects'), false);
});

test('in the copy that opens as files an old address leads to the file of the new one', () => {
  const page = movedPage({ from: 'm/old', to: '/manuals/m/new/', title: 'งาน' });
  const { html } = folderPage(page, 'manuals/m/old/index.html', 'scripts/folder.js', () => '');
  assert.match(html, /content="0; url=\.\.\/\.\.\/\.\.\/manuals\/m\/new\/index\.html"/);
});
