// Stage: search, both sides. Pages' lines as printed ↔ packs of them: a search shows a dozen pages and loads two or three files.

/** Characters of a pack, about: as much as comes in one go on a slow phone once it is compressed. */
const SIZE = 24_000;

/** A pack's file, in the index folder. */
export function packFile(hash: string): string {
  return `text/${hash}.pack`;
}

/** @param pages the lines of each page, in order @returns pages in a row, together */
export function cutPacks<T extends readonly string[]>(pages: readonly T[]): T[][] {
  const packs: T[][] = [];
  let size = Infinity;
  for (const lines of pages) {
    const own = lines.reduce((sum, line) => sum + line.length, 0);
    if (size + own / 2 > SIZE) {
      packs.push([]);
      size = 0;
    }
    packs.at(-1)?.push(lines);
    size += own;
  }
  return packs;
}

export function packLines(pages: readonly (readonly string[])[]): string {
  return JSON.stringify(pages);
}

/** @throws SyntaxError when the text is not JSON */
export function unpackLines(text: string): readonly (readonly string[])[] {
  return JSON.parse(text) as readonly (readonly string[])[];
}
