// Stage: render. What Astro makes the pages into, a program → the same, kept after its build, and run on content as it is now.
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { once } from '../search/once.ts';
import type { ContentStore } from './content-store.ts';
import { answerPlainly, type PageAnswer } from './page-answer.ts';

/** Where Astro has it while it builds, below the site's folder; it is gone when the build is done. */
const MADE = '.prerender/';
const CHUNKS = 'chunks';
/** The module that holds the content's store. */
const STORE = /^_astro_data-layer-content_.+\.mjs$/;
const ENTRY = /^prerender-entry\..+\.mjs$/;

/**
 * Puts the program into `folder`, and leaves it to `npm run build` to run it (render-site.ts): Astro makes it, the
 * scripts and the stylesheets, and no page.
 */
export function keepsPageProgram(folder: string | undefined): AstroIntegration {
  return {
    name: 'page-program',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          setup: () => Promise.resolve(),
          getStaticPaths: () => Promise.resolve([]),
        }));
      },
      'astro:build:generated': ({ dir }) => {
        if (folder === undefined) return;
        rmSync(folder, { recursive: true, force: true });
        cpSync(fileURLToPath(new URL(MADE, dir)), folder, { recursive: true });
        // It is filled when the program is opened: Astro takes a map as it takes its own list.
        writeFileSync(oneFile(path.join(folder, CHUNKS), STORE), 'export default new Map();\n');
      },
    },
  };
}

/** One of the addresses that the site has. */
export interface PagePath {
  /** From the site's root: `/manuals/loei-1/`, `/data/manuals.json`. */
  readonly pathname: string;
  readonly route: { readonly type: string; readonly component: string };
}

export interface PageProgram {
  /** All addresses, by the content as it is now. */
  paths(): Promise<readonly PagePath[]>;
  render(path: PagePath, url: URL): Promise<PageAnswer>;
}

/** What Astro 7.3 exports from the program's entry. */
interface Program {
  readonly app: App;
  /** A route's component → its module. */
  readonly manifest: { readonly pageMap: Map<string, () => Promise<unknown>> };
}

interface App {
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  render(request: Request, options: { readonly routeData: unknown }): Promise<PageAnswer>;
}

/**
 * @param root the project's folder
 * @throws Error where Astro has written the program otherwise than is known here
 */
export async function openPageProgram(
  folder: string,
  root: string,
  content: ContentStore,
): Promise<PageProgram> {
  const { default: store } = await load(oneFile(path.join(folder, CHUNKS), STORE));
  if (!(store instanceof Map)) throw new Error('the page program keeps its content otherwise');
  for (const [name, entries] of content) store.set(name, entries);
  const { app, manifest } = (await load(oneFile(folder, ENTRY))) as unknown as Program;
  // Astro imports a page's module anew for each address, which Node answers from memory and no faster than a tenth of a millisecond.
  for (const [name, open] of manifest.pageMap) manifest.pageMap.set(name, once(open));
  // Stylesheets and scripts that Astro itself would put into a page: this site names its own (Page.astro).
  app.setInternals({ pagesByKeys: new Map() });
  app.setOptions({
    logger: { options: { destination: { write: () => true } } },
    settings: { scripts: [] },
  });
  // Not exported by the package; pinned with it (tests/site/rebuild.test.ts).
  const astro = path.join(root, 'node_modules/astro/dist/runtime/prerender/static-paths.js');
  const { StaticPaths } = (await load(astro)) as unknown as {
    StaticPaths: new (app: App) => { getAll(): Promise<PagePath[]> };
  };
  return {
    paths: () => new StaticPaths(app).getAll(),
    async render({ route }, url) {
      const restore = answerPlainly();
      try {
        return await app.render(asked(url), { routeData: route });
      } finally {
        restore();
      }
    },
  };
}

/** As much of a Request as Astro asks for: Node's own takes a tenth of a millisecond to make. */
function asked({ href }: URL): Request {
  return { url: href, method: 'GET', headers: NO_HEADERS } as Request;
}

const NO_HEADERS = new Headers();

function oneFile(folder: string, name: RegExp): string {
  const [file, ...more] = (existsSync(folder) ? readdirSync(folder) : []).filter((one) =>
    name.test(one),
  );
  if (file === undefined || more.length > 0)
    throw new Error(`the page program has no one file like ${String(name)}`);
  return path.join(folder, file);
}

async function load(file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
}
