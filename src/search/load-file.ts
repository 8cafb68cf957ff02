// Stage: search, in the browser. The index folder's address → a loader of its files.
import type { LoadFile } from './term-index.ts';

/**
 * @param folder ends in a slash; under the site's base path
 * @param patience milliseconds after which a file that has not come whole is given up
 */
export function fileLoader(folder: string, patience?: number): LoadFile {
  return async (path) => {
    const signal = patience === undefined ? {} : { signal: AbortSignal.timeout(patience) };
    const answer = await fetch(folder + path, signal);
    if (!answer.ok || !answer.body)
      throw new Error(`search: ${String(answer.status)} for ${folder}${path}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // A host may already have unpacked what Pagefind packed.
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  };
}
