import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { headersIn, hostFiles, nginxFile } from '../../../src/hosting/host-files.ts';
import { headersWith, sitePolicy } from '../../../src/hosting/security-headers.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const securityHeaders = headersWith(sitePolicy('p { color: red }', 'let a'));
const written = (name: string, base = '/'): string => {
  const text = hostFiles(base, securityHeaders).get(name);
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

test('what our own server reads out of the header file is what was written', () => {
  for (const base of ['/', '/khumue/'])
    assert.deepEqual(headersIn(written('_headers', base)), securityHeaders);
});

test('the file that nginx includes sends every security header, on errors as well', () => {
  const sent = [...written('_nginx.conf').matchAll(/^add_header (\S+) "([^"]+)" always;$/gm)].map(
    ([, name, value]) => [name, value],
  );
  assert.deepEqual(Object.fromEntries(sent), securityHeaders);
});

test('the Apache file sends every security header, on errors as well', () => {
  const sent = [...written('.htaccess').matchAll(/Header always set (\S+) "([^"]+)"/g)].map(
    ([, name, value]) => [name, value],
  );
  assert.deepEqual(Object.fromEntries(sent), securityHeaders);
});

test('the files for hosts open the data and the index to other sites, and nothing else', () => {
  const open = [
    ...written('_headers', '/khumue/').matchAll(/^(\/\S+)\n {2}Access-Control-Allow-Origin: \*$/gm),
  ];
  assert.deepEqual(
    open.map(([, address]) => address),
    ['/khumue/data/*', '/khumue/pagefind/*'],
  );
  assert.match(
    written('.htaccess', '/khumue/'),
    /<If "%\{REQUEST_URI\} =~ m#\^\/khumue\/\(data\/\|pagefind\/\)#">\n {4}Header set Access-Control-Allow-Origin "\*"/,
  );
});

test('under a base path the files speak of addresses below it', () => {
  assert.match(written('_headers', '/khumue/'), /^\/khumue\/\*\n[^]*\n\/khumue\/_astro\/\*\n/);
  assert.match(written('.htaccess', '/khumue/'), /^ErrorDocument 404 \/khumue\/404\.html$/m);
});

test('the nginx sample is what the code makes of it', () => {
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

test('the portal’s workflow builds each office on a machine of its own, below the portal’s address, and joins them', () => {
  interface Job {
    needs?: string | string[];
    strategy?: { matrix: unknown };
    steps: {
      id?: string;
      run?: string;
      uses?: string;
      env?: Record<string, string>;
      with?: Record<string, string>;
    }[];
  }
  const { jobs } = parse(read('.github/workflows/portal.yml')) as { jobs: Record<string, Job> };
  const { list, office, portal } = jobs;
  assert.ok(list?.steps.some(({ run }) => run?.includes('build:portal -- portal.yaml --list')));
  assert.deepEqual(office?.strategy?.matrix, {
    office: '${{ fromJSON(needs.list.outputs.offices) }}',
  });
  const build = office.steps.find(({ run }) => run === 'npm run build');
  assert.equal(build?.env?.['KHUMUE_OFFICE'], '${{ matrix.office.folder }}');
  assert.equal(build.env['BASE_PATH'], '${{ needs.list.outputs.base }}/${{ matrix.office.id }}');
  const upload = office.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));
  assert.equal(upload?.with?.['path'], build.env['KHUMUE_OUT']);
  const joined = portal?.steps.find(({ run }) => run === 'npm run build:portal -- portal.yaml');
  const download = portal?.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'));
  assert.equal(joined?.env?.['KHUMUE_SITES'], download?.with?.['path']);
  assert.equal(joined?.env?.['BASE_PATH'], '${{ needs.list.outputs.base }}');
});
