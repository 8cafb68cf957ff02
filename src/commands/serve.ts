// start, preview and the site tests: a built folder -> an HTTP server on this machine.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersIn } from '../hosting/host-files.ts';
import { OPEN_FOLDERS, OPEN_HEADER } from '../hosting/security-headers.ts';
import { basePath } from './base-path.ts';

export interface Site {
  /** Address of the front page; ends in a slash. */
  url: string;
  close: () => Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  port: number;
  /** The sub-path that the site was built for; '/' without one. */
  base?: string;
  /** Listens on this address instead of the machine's own two. */
  host?: string | undefined;
}

// Thai text without a charset is read as windows-874 or Latin by some browsers.
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

export async function serve(folder: string, options: ServeOptions): Promise<Site> {
  const base = basePath(options.base);
  const answer = respond(path.resolve(folder), base);
  const hosts = options.host ? [options.host] : ['127.0.0.1', '::1'];

  const servers: Server[] = [];
  let port = options.port;
  for (const host of hosts) {
    const server = createServer(answer);
    try {
      await listen(server, port, host);
    } catch (error) {
      // A machine without IPv6 is served on IPv4 alone.
      const code = (error as NodeJS.ErrnoException).code;
      if (servers.length > 0 && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) continue;
      await Promise.all(servers.map(stop));
      if (code === 'EADDRINUSE') throw new PortTaken(`พอร์ต ${String(port)} มีโปรแกรมอื่นใช้อยู่`);
      throw error;
    }
    servers.push(server);
    port = (server.address() as AddressInfo).port;
  }
  return {
    url: `http://${options.host ?? 'localhost'}:${String(port)}${base}`,
    close: async () => {
      await Promise.all(servers.map(stop));
    },
  };
}

function respond(folder: string, base: string) {
  // `dev` reads the disk on each request: a build that swaps the folder shows at once.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    setHeaders: (response, pathname) => {
      const type = contentType(pathname);
      if (type) response.setHeader('Content-Type', type);
    },
  });

  const written = path.join(folder, '_headers');
  let headers = headersIn(readFileSync(written, 'utf8'));

  // As hosts do: on a phone, or an office network, a page is there in half the time.
  const packed = compression();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // A file may go while it is read: a build swaps the folder.
    response.on('pipe', (source) => source.on('error', () => response.destroy()));
    headers = headersNow(written) ?? headers;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);

    const { pathname, query } = split(request.url ?? '/');
    const inside = withinBase(pathname, base);
    if (OPEN_FOLDERS.some((folder) => inside?.startsWith(`/${folder}`)))
      response.setHeader(...OPEN_HEADER);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    } else if (inside === undefined) {
      if (pathname === '/' || `${pathname}/` === base) redirect(response, base + query);
      else notFound(folder, request, response);
    } else if (isFolder(folder, inside)) {
      redirect(response, `${pathname}/${query}`);
    } else {
      request.url = inside + query;
      files(request, response, () => {
        notFound(folder, request, response);
      });
    }
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    packed(request, response, () => {
      answer(request, response);
    });
  };
}

/** Read each time, as the files are; while a build swaps the folder there are none. */
function headersNow(file: string): ReturnType<typeof headersIn> | undefined {
  try {
    return headersIn(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function split(url: string): { pathname: string; query: string } {
  const mark = url.indexOf('?');
  const written = mark < 0 ? url : url.slice(0, mark);
  // `//host` at the start would make a redirect leave this site.
  return { pathname: written.replace(/^[/\\]+/, '/'), query: mark < 0 ? '' : url.slice(mark) };
}

function withinBase(pathname: string, base: string): string | undefined {
  return pathname.startsWith(base) ? pathname.slice(base.length - 1) : undefined;
}

function isFolder(folder: string, pathname: string): boolean {
  if (pathname.endsWith('/')) return false;
  try {
    const target = path.join(folder, decodeURIComponent(pathname));
    return target.startsWith(folder + path.sep) && statSync(target).isDirectory();
  } catch {
    return false;
  }
}

function contentType(pathname: string): string | undefined {
  return TYPES[path.extname(pathname.endsWith('/') ? 'index.html' : pathname).toLowerCase()];
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(301, { Location: location }).end();
}

function notFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const page = path.join(folder, '404.html');
  response.statusCode = 404;
  response.setHeader('Cache-Control', 'no-cache');
  if (!existsSync(page)) {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('ไม่พบหน้านี้\n');
    return;
  }
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  if (request.method === 'HEAD') response.end();
  else createReadStream(page).pipe(response);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
