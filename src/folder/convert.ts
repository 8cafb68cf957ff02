// Stage: folder copy. A built site → a copy that works by opening index.html, without a host.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { folderPage } from './page.ts';
import { classicScript, dataScript, shimScript } from './scripts.ts';

const SCRIPTS = 'scripts';
const SHIM = `${SCRIPTS}/folder.js`;
/** For a host or for the browser's copy of a hosted site. */
const HOST_ONLY =
  /^(sw\.js|manifest\.webmanifest|_headers|_nginx\.conf|\.htaccess|\.nojekyll|404\.html|(offline|icons)\/.*)$/;
/** What scripts fetch: the index, the runs' revisions, a chart's source and picture. */
const FETCHED = /^pagefind\/|^data\/revisions\.json$|^manuals\/.+\.(mmd|svg)$/;
/** Read only through their data scripts. */
const ONLY_FETCHED = 'pagefind/';

/** @param site built for the root of a host, without an offline copy */
export async function convert(site: string, copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await mkdir(path.join(copy, SCRIPTS), { recursive: true });
  await writeFile(path.join(copy, SHIM), await shimScript());
  const pageScripts = new Map<string, readonly string[]>();
  const classicScripts = new Set<string>();

  for (const file of await filesOf(site)) {
    if (HOST_ONLY.test(file) || /^_astro\/.*\.(js|woff2)$/.test(file)) continue;
    const from = path.join(site, file);
    const to = path.join(copy, file);
    await mkdir(path.dirname(to), { recursive: true });
    if (file.endsWith('.html')) {
      const { html, classic } = folderPage(await readFile(from, 'utf8'), file, SHIM, (modules) => {
        const name = `${SCRIPTS}/${shortHash(modules.join('\n'))}.js`;
        pageScripts.set(name, modules);
        return name;
      });
      await writeFile(to, html);
      for (const script of classic) classicScripts.add(script);
    } else if (file.endsWith('.css')) {
      await writeFile(to, await fontsInside(await readFile(from, 'utf8'), site));
    } else {
      if (FETCHED.test(file)) await writeFile(`${to}.js`, dataScript(file, await readFile(from)));
      if (!file.startsWith(ONLY_FETCHED)) await cp(from, to);
    }
  }
  for (const [name, modules] of pageScripts)
    await writeFile(path.join(copy, name), await classicScript(modules, site));
  for (const name of classicScripts) await cp(path.join(site, name), path.join(copy, name));
}

/** Fonts that a page's first script would add are for every page, where there is no host to fetch them from (site.css). */
const WITHOUT_SCRIPTS = /@media\s*\(scripting:\s*none\)(?=\s*\{\s*@layer fonts\b)/g;

/** The fonts that a stylesheet names, as part of it. */
async function fontsInside(css: string, site: string): Promise<string> {
  const pieces = css
    .replace(WITHOUT_SCRIPTS, '@media all')
    .split(/url\(["']?\/(_astro\/[^)"']+\.woff2)["']?\)/);
  for (let i = 1; i < pieces.length; i += 2) {
    const font = await readFile(path.join(site, pieces[i] ?? ''), 'base64');
    pieces[i] = `url(data:font/woff2;base64,${font})`;
  }
  return pieces.join('');
}

async function filesOf(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
