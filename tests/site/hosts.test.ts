// Site tests: the built site behind a real nginx and a real Apache, set up as their samples say.
import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { ensureHostServer, type HostServer } from '../../src/commands/host-server.ts';
import { basePath } from '../../src/commands/base-path.ts';
import { serve, type Site } from '../../src/commands/serve.ts';
import { headersIn, nginxFile } from '../../src/hosting/host-files.ts';
import { apacheRedirects } from '../../src/hosting/redirects.ts';
import { folder } from './built-site.ts';
import { freePort } from './free-port.ts';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const base = basePath(process.env.BASE_PATH);

/** A host's files below `www/`, its configuration in a file, and how it is started with that. */
interface Setup {
  readonly conf: (work: string, root: string, port: number) => string;
  readonly start: (work: string, conf: string) => string[];
}

const setups: Record<HostServer, Setup> = {
  nginx: {
    conf: (work, root, port) =>
      [
        'daemon off;',
        `pid ${work}/pid;`,
        'error_log stderr;',
        'events {}',
        'http {',
        'access_log off;',
        ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
          (name) => `${name}_temp_path ${work}/${name};`,
        ),
        nginxFile({ listen: `127.0.0.1:${String(port)}`, serverName: '_', root, base }),
        '}',
      ].join('\n'),
    start: (work, conf) => ['-p', work, '-e', 'stderr', '-c', conf],
  },
  // What Debian's Apache has by itself, and what the head of `.htaccess` asks for.
  apache: {
    conf: (work, root, port) =>
      [
        `ServerRoot ${work}`,
        'ServerName localhost',
        `Listen 127.0.0.1:${String(port)}`,
        `PidFile ${work}/pid`,
        `ErrorLog ${work}/error.log`,
        ...['mpm_event', 'authz_core', 'dir', 'mime', 'alias', 'headers'].map(
          (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
        ),
        'User nobody',
        'Group nogroup',
        'TypesConfig /etc/mime.types',
        `DocumentRoot ${root}`,
        `<Directory ${root}>`,
        'AllowOverride FileInfo Indexes',
        'Require all granted',
        '</Directory>',
        '<FilesMatch "^\\.ht">',
        'Require all denied',
        '</FilesMatch>',
      ].join('\n'),
    start: (_work, conf) => ['-f', conf, '-DFOREGROUND'],
  },
};

const moved = { from: 'people/as-once/', to: `${base}people/`, title: 'ผู้รับผิดชอบ' };

let ours: Site;
test.beforeAll(async () => {
  ours = await serve(folder, { port: 0, base });
});
test.afterAll(() => ours.close());

/** One file of each kind that was built. */
function oneOfEach(): string[] {
  const kinds = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.relative(folder, path.join(entry.parentPath, entry.name));
    if (entry.isFile() && !/(^|\/)[._]/.test(file.replace(/^_astro\//, '')))
      kinds.set(path.extname(file), file.split(path.sep).join('/'));
  }
  return [...kinds.values()];
}

for (const server of ['nginx', 'apache'] as const)
  test.describe(server, () => {
    let work: string | undefined;
    let running: ChildProcess | undefined;
    let url = '';

    test.beforeAll(async () => {
      const found = await ensureHostServer(server);
      if ('missing' in found) {
        // Where it could have been installed it has to be; a developer's own machine may do without.
        if (process.env.CI) throw new Error(found.missing);
        test.skip(true, found.missing);
        return;
      }
      work = mkdtempSync(path.join(tmpdir(), `khumue-${server}-`));
      // The server's workers run as another user.
      chmodSync(work, 0o755);
      const root = path.join(work, 'www');
      mkdirSync(root);
      cpSync(folder, path.join(root, base), { recursive: true });
      if (server === 'apache')
        appendFileSync(path.join(root, base, '.htaccess'), apacheRedirects([moved], base));
      const port = await freePort();
      const conf = path.join(work, 'server.conf');
      writeFileSync(conf, setups[server].conf(work, root, port));
      url = `http://127.0.0.1:${String(port)}${base}`;
      const started = spawn(found.path, setups[server].start(work, conf), {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      running = started;
      let said = '';
      started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await expect
        .poll(
          async () => {
            if (started.exitCode !== null) throw new Error(`${server}: ${said}`);
            return (await fetch(url).catch(() => undefined))?.status;
          },
          { timeout: 10_000 },
        )
        .toBe(200);
    });

    test.afterAll(() => {
      running?.kill();
      if (work) rmSync(work, { recursive: true });
    });

    test('every kind of file, and an address that leads nowhere, comes with every security header', async () => {
      const paths = ['', 'manuals/', 'no-such-page/', ...oneOfEach()];
      expect(paths.length).toBeGreaterThan(8);
      const wanted = Object.entries(headersIn(readFileSync(path.join(folder, '_headers'), 'utf8')));
      expect(wanted.map(([name]) => name)).toContain('Content-Security-Policy');
      for (const at of paths) {
        const { headers } = await fetch(url + at);
        for (const [name, value] of wanted) expect(headers.get(name), `${at}: ${name}`).toBe(value);
      }
    });

    test('any site may read the data and the index, as from our own server, and nothing else', async () => {
      for (const [at, origin] of [
        ['data/manuals.json', '*'],
        ['pagefind/catalogue.json', '*'],
        ['', null],
        ['manuals/', null],
      ] as const)
        for (const from of [url, ours.url]) {
          const { headers } = await fetch(from + at);
          expect(headers.get('access-control-allow-origin'), from + at).toBe(origin);
        }
    });

    test('every kind of file has the type that our own server gives it, Thai text its charset', async () => {
      const plain = (type: string | null): string => (type ?? '').toLowerCase().replace(/\s/g, '');
      for (const at of oneOfEach()) {
        if (/\.(?:pf_\w+|pack)$/.test(at)) continue;
        const [theirs, mine] = await Promise.all([fetch(url + at), fetch(ours.url + at)]);
        expect(plain(theirs.headers.get('content-type')), at).toBe(
          plain(mine.headers.get('content-type')),
        );
      }
    });

    test('what is named after its content may be kept for ever, nothing else unasked', async () => {
      const cache = async (at: string): Promise<string | null> =>
        (await fetch(url + at)).headers.get('cache-control');
      const [asset = ''] = readdirSync(path.join(folder, '_astro'));
      expect(await cache(`_astro/${asset}`)).toContain('immutable');
      for (const at of ['', 'sw.js', 'pagefind/catalogue.json'])
        expect(await cache(at)).toBe('no-cache');
    });

    test('a folder gets its slash, nothing gets the page that says so, files for other hosts are not shown', async () => {
      const folderAt = await fetch(`${url}manuals`, { redirect: 'manual' });
      expect(folderAt.status).toBe(301);
      expect(new URL(folderAt.headers.get('location') ?? '', url).href).toBe(`${url}manuals/`);
      const nowhere = await fetch(`${url}no-such-page/`);
      expect(nowhere.status).toBe(404);
      expect(await nowhere.text()).toContain('ไม่พบหน้านี้');
      for (const at of ['_headers', '_nginx.conf', '.htaccess', '.nojekyll'])
        expect([403, 404], at).toContain((await fetch(url + at)).status);
    });

    if (server === 'apache')
      test('an address that something once had leads to the one it has', async () => {
        const { status, headers } = await fetch(url + moved.from, { redirect: 'manual' });
        expect(status).toBe(301);
        expect(new URL(headers.get('location') ?? '', url).href).toBe(`${url}people/`);
      });

    test.describe('in the browser', () => {
      test.use({ serviceWorkers: 'allow' });
      test('the site keeps its offline copy and searches, without breaking the policy', async ({
        page,
      }) => {
        const found: string[] = [];
        page.on('console', (message) => {
          if (['error', 'warning'].includes(message.type())) found.push(message.text());
        });
        await page.goto(url);
        await page.evaluate(() => navigator.serviceWorker.ready);
        await page.goto(`${url}search/?q=สารบรรณ`);
        await expect(page.locator('[data-search-result]').first()).toBeVisible();
        expect(found).toEqual([]);
      });
    });
  });
