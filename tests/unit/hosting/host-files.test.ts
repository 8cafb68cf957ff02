import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { hostFiles, nginxFile } from '../../../src/hosting/host-files.ts';
import { securityHeaders } from '../../../src/hosting/security-headers.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const written = (name: string, base = '/'): string => {
  const text = hostFiles(base).get(name);
  assert.ok(text !== undefined, name);
  return text;
};

test('the header file sends every security header with every address', () => {
  const [first = '', ...rest] = written('_headers').split('\n');
  assert.equal(first, '/*');
  const sent = rest
    .slice(
      0,
      rest.findIndex((line) => line.startsWith('/')),
    )
    .map((line) => /^ {2}([^:]+): (.+)$/.exec(line)?.slice(1) ?? []);
  assert.deepEqual(Object.fromEntries(sent), securityHeaders);
});

test('the Apache file sends every security header, on errors as well', () => {
  const sent = [...written('.htaccess').matchAll(/Header always set (\S+) "([^"]+)"/g)].map(
    ([, name, value]) => [name, value],
  );
  assert.deepEqual(Object.fromEntries(sent), securityHeaders);
});

test('under a base path the files speak of addresses below it', () => {
  assert.match(written('_headers', '/khumue/'), /^\/khumue\/\*\n[^]*\n\/khumue\/_astro\/\*\n/);
  assert.match(written('.htaccess', '/khumue/'), /^ErrorDocument 404 \/khumue\/404\.html$/m);
});

test('the nginx sample is what the site’s headers make of it', () => {
  const sample = nginxFile({
    listen: '80',
    serverName: 'manual.example.go.th',
    root: '/var/www/khumue',
    base: '/',
  });
  assert.equal(read('docs/hosting/nginx.conf'), sample);
});

test('the workflow builds for the address that GitHub Pages gives, and publishes what was built', () => {
  const { jobs } = parse(read('.github/workflows/pages.yml')) as {
    jobs: Record<string, { steps: { run?: string; uses?: string; env?: object; with?: object }[] }>;
  };
  const steps = jobs['build']?.steps ?? [];
  assert.deepEqual(steps.find(({ run }) => run === 'npm run build')?.env, {
    BASE_PATH: '${{ steps.pages.outputs.base_path }}',
    SITE_URL: '${{ steps.pages.outputs.origin }}',
  });
  const upload = steps.find(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
  assert.deepEqual(upload?.with, { path: 'dist' });
  assert.ok(jobs['publish']?.steps.some(({ uses }) => uses?.startsWith('actions/deploy-pages@')));
});
