// Site tests: the built site in a folder of its own, served on one port → what a host does to it: new versions, gaps, a dead server.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { basePath } from '../../src/commands/base-path.ts';
import { serve, type Site } from '../../src/commands/serve.ts';
import { bundleWorker } from '../../src/offline/bundle-worker.ts';
import { precacheList, type PrecacheLimit } from '../../src/offline/precache-list.ts';
import { withList } from '../../src/offline/write-worker.ts';
import { folder as built } from './built-site.ts';

/** Keeps the shell alone: an install of some dozens of files instead of all. */
export const SHELL_ONLY: PrecacheLimit = { bytes: 0, files: 0 };

export class HostedSite {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'khumue-offline-'));
  readonly base = basePath(process.env.BASE_PATH);
  #site: Site | undefined;
  #port = 0;

  constructor(of = built) {
    cpSync(of, this.folder, { recursive: true });
  }

  get url(): string {
    return this.#site?.url ?? '';
  }

  async start(): Promise<void> {
    this.#site = await serve(this.folder, { port: this.#port, base: this.base });
    this.#port = Number(new URL(this.#site.url).port);
  }

  async stop(): Promise<void> {
    await this.#site?.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.folder, file), text);
  }

  /** What a build of these files would put at their side. */
  async writeWorker(limit?: PrecacheLimit): Promise<void> {
    const names = readdirSync(this.folder, { recursive: true, encoding: 'utf8' });
    const files = names
      .map((name) => ({ name, at: path.join(this.folder, name) }))
      .filter(({ at }) => statSync(at).isFile())
      .map(({ name, at }) => ({
        path: name.split(path.sep).join('/'),
        size: statSync(at).size,
        bytes: () => readFileSync(at),
      }));
    const script = await bundleWorker('on', process.cwd());
    this.write('sw.js', withList(script, precacheList(files, this.base, limit), this.base));
  }
}
