// Stage: search. The development server → the search index of the content as it is now, under /pagefind/.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { buildIndex, type IndexFiles } from './build-index.ts';
import { CATALOGUE_FILE } from './catalogue.ts';
import type { SearchContent } from './search-page.ts';
import { FOLDER, RECORDS } from './write-index.ts';

export function developmentIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = freshIndex(async () => {
          const { port } = server.httpServer?.address() as { port: number };
          const answer = await fetch(`http://localhost:${String(port)}${base}${FOLDER}/${RECORDS}`);
          if (!answer.ok) throw new Error(`search: ${String(answer.status)} for the records`);
          return answer.text();
        });
        server.middlewares.use((request, response, next) => {
          const name = nameOf(request, base);
          if (name === undefined || name === RECORDS) next();
          else
            index(name).then(
              (bytes) => send(response, name, bytes),
              (error: unknown) => {
                logger.error(String(error));
                response.writeHead(500).end(String(error));
              },
            );
        });
      },
    },
  };
}

function nameOf(request: IncomingMessage, base: string): string | undefined {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  // Depending on its place in the chain, Vite has taken the base off already.
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
  return inside.startsWith(`${FOLDER}/`) ? inside.slice(FOLDER.length + 1) : undefined;
}

/** The index of the content as it is now: asked for its catalogue, it looks whether that has changed. */
function freshIndex(
  records: () => Promise<string>,
): (name: string) => Promise<Uint8Array | undefined> {
  let known: { readonly hash: string; readonly files: Promise<IndexFiles> } | undefined;
  return async (name) => {
    if (!known || name === CATALOGUE_FILE) {
      const text = await records();
      const hash = createHash('sha256').update(text).digest('hex');
      if (known?.hash !== hash)
        known = { hash, files: buildIndex(JSON.parse(text) as SearchContent) };
    }
    return (await known.files).get(name);
  };
}

function send(response: ServerResponse, name: string, bytes: Uint8Array | undefined): void {
  if (!bytes) {
    response.writeHead(404).end();
    return;
  }
  const type = name.endsWith('.json')
    ? 'application/json; charset=utf-8'
    : name.endsWith('.txt')
      ? 'text/plain; charset=utf-8'
      : 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(bytes);
}
