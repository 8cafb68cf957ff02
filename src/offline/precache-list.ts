// Stage: offline. The built site's files → the list of those that a browser fetches at once for use without a network.
import { createHash } from 'node:crypto';

export interface BuiltFile {
  /** Below the built folder, with slashes: `manuals/index.html`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Asked for only where the file is in the list: a large site has gigabytes of others. */
  readonly bytes: () => Uint8Array;
}

/** As Workbox reads it. Without a revision the address itself changes with what the file holds. */
export interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity?: string;
}

export interface PrecacheLimit {
  readonly bytes: number;
  readonly files: number;
}

/** Above it a reader on a phone would pay for pages that they never open: these are then kept as they are visited. */
export const PRECACHE_LIMIT: PrecacheLimit = { bytes: 16_000_000, files: 1500 };

/** What every page needs, and the pages that lead on. */
const SHELL =
  /^(_astro\/.+|favicon\.svg|manifest\.webmanifest|data\/revisions\.json|((offline|search|my|about|manuals)\/)?index\.html)$/;
const INDEX = /^pagefind\//;
/** Pages, and the charts that a page's menu fetches. 404.html is for a server to send; data files are for programs. */
const REST = /^(?!404\.html$).+\.(html|svg|mmd|csv)$/;
const GROUPS = [SHELL, INDEX, REST];

/** Named by Astro after their content. */
const HASHED = '_astro/';
/** A host may send these unpacked, as other bytes: the browser would refuse them. */
const MAY_BE_UNPACKED = /\.(?:pf_[a-z]+|pack)$/;

/**
 * The shell always; then the search index, then all other pages, each as a whole and only while the limit holds.
 * The same files give the same list, in the same order.
 * @param base ends in a slash
 */
export function precacheList(
  files: readonly BuiltFile[],
  base: string,
  limit: PrecacheLimit = PRECACHE_LIMIT,
): PrecacheEntry[] {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const taken: BuiltFile[] = [];
  let bytes = 0;
  for (const [i, group] of GROUPS.entries()) {
    const more = sorted.filter((file) => groupOf(file) === i);
    const size = more.reduce((sum, file) => sum + file.size, 0);
    if (group !== SHELL && (bytes + size > limit.bytes || taken.length + more.length > limit.files))
      break;
    bytes += size;
    taken.push(...more);
  }
  return taken.map((file) => entry(file, base));
}

function groupOf({ path }: BuiltFile): number {
  return GROUPS.findIndex((group) => group.test(path));
}

/**
 * The integrity makes the browser refuse a file that is cut, or that belongs to another version because the host was
 * being filled just then: the whole update then fails, and the version before it stays.
 */
function entry({ path, bytes }: BuiltFile, base: string): PrecacheEntry {
  const hash = createHash('sha256').update(bytes()).digest();
  return {
    // Links lead to the folder, and some hosts redirect index.html to it.
    url: base + encodeURI(path.replace(/(^|\/)index\.html$/, '$1')),
    revision: path.startsWith(HASHED) ? null : hash.toString('hex').slice(0, 16),
    ...(MAY_BE_UNPACKED.test(path) ? {} : { integrity: `sha256-${hash.toString('base64')}` }),
  };
}

/** Changes whenever a file of the list does. */
export function versionOf(entries: readonly PrecacheEntry[]): string {
  return createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 16);
}
