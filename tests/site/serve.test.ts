// Site tests: what the site's own server sends: packed for who takes it so, the same file either way, nothing packed twice.
import { get, type IncomingHttpHeaders } from 'node:http';
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { fileOf } from './built-site.ts';

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(address: string, takes: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': takes } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(pieces) }));
    }).on('error', reject);
  });
}

test('a page goes out packed to a browser that says it unpacks, whole to one that does not', async ({
  baseURL,
}) => {
  const file = readFileSync(fileOf('/search/') ?? '');
  const packed = await ask(`${baseURL ?? ''}search/`, 'gzip, br');
  expect(packed.headers['content-encoding']).toBe('br');
  expect(packed.headers.vary).toContain('Accept-Encoding');
  expect(packed.headers['x-content-type-options']).toBe('nosniff');
  expect(packed.body.length).toBeLessThan(file.length / 2);
  expect(brotliDecompressSync(packed.body).equals(file)).toBe(true);
  const whole = await ask(`${baseURL ?? ''}search/`, 'identity');
  expect(whole.headers['content-encoding']).toBeUndefined();
  expect(whole.body.equals(file)).toBe(true);
  // A picture is packed already.
  const icon = await ask(`${baseURL ?? ''}icons/192.png`, 'gzip, br');
  expect(icon.headers['content-encoding']).toBeUndefined();
  expect(icon.body.equals(readFileSync(fileOf('/icons/192.png') ?? ''))).toBe(true);
});
