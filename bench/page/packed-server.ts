// Bench: a folder → an HTTP server on this machine that sends each file packed with brotli, and counts what it sends.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

export type Kind = 'html' | 'css' | 'script' | 'font' | 'other';

/** Requests, and bytes of bodies as they went out. */
export type Sent = Record<Kind, number> & { requests: number };

export interface PackedServer {
  /** Without a slash at its end. */
  readonly url: string;
  /** What was sent since it was asked last. */
  taken(): Sent;
  close(): Promise<void>;
}

const TYPES: Record<string, [string, Kind]> = {
  '.html': ['text/html; charset=utf-8', 'html'],
  '.css': ['text/css; charset=utf-8', 'css'],
  '.js': ['text/javascript; charset=utf-8', 'script'],
  '.mjs': ['text/javascript; charset=utf-8', 'script'],
  '.woff2': ['font/woff2', 'font'],
  '.woff': ['font/woff', 'font'],
  '.svg': ['image/svg+xml', 'other'],
  '.json': ['application/json', 'other'],
  '.webmanifest': ['application/manifest+json', 'other'],
  '.ico': ['image/x-icon', 'other'],
  '.png': ['image/png', 'other'],
};

/** Fonts and pictures are packed already. */
const PACKED = /\.(woff2?|png|ico)$/;

/** @param base the path below which the folder stands, `/` or `/some/` */
export async function packedServer(folder: string, base = '/'): Promise<PackedServer> {
  const bodies = new Map<string, Buffer>();
  const none = (): Sent => ({ html: 0, css: 0, script: 0, font: 0, other: 0, requests: 0 });
  let sent = none();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    let file = path.join(folder, decodeURIComponent(pathname.slice(base.length - 1)));
    if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!existsSync(file) && existsSync(`${file}.html`)) file = `${file}.html`;
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const [type, kind] = TYPES[path.extname(file)] ?? [
      'application/octet-stream',
      'other' as const,
    ];
    const isPacked = PACKED.test(file);
    let body = bodies.get(file);
    if (!body) {
      const plain = readFileSync(file);
      bodies.set(file, (body = isPacked ? plain : brotliCompressSync(plain)));
    }
    sent.requests++;
    sent[kind] += body.length;
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': 'max-age=600',
      ...(isPacked ? {} : { 'Content-Encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    taken() {
      const was = sent;
      sent = none();
      return was;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
