// Stage: hosting. A page as Astro renders it → the same page without the indents of its source: 0.4 KB of each, packed.
const LINE_END = 10;
/** Tab, form feed, carriage return, space. */
const BLANK = new Set([9, 12, 13, 32]);
const PREFORMATTED = ['pre', 'textarea'].map((tag) => ({ open: `<${tag}`, close: `</${tag}>` }));

/**
 * Astro's own `compressHTML` takes line ends as well, and with them the space between two words that are elements.
 *
 * @param html as UTF-8: to make a text of it and bytes again costs a third of what rendering it does. It is written over.
 * @returns its part that is left
 */
export function withoutIndents(html: Uint8Array): Uint8Array {
  const bytes = Buffer.from(html.buffer, html.byteOffset, html.length);
  let [read, written] = [0, 0];
  const take = (to: number): void => {
    bytes.copyWithin(written, read, to);
    written += to - read;
    read = to;
  };
  while (read < bytes.length) {
    const { start, end } = nextPreformatted(bytes, read);
    for (let at = bytes.indexOf(LINE_END, read); at >= 0 && at < start;) {
      let last = at;
      while (last > read && BLANK.has(bytes[last - 1] ?? 0)) last -= 1;
      take(last);
      bytes[written] = LINE_END;
      written += 1;
      read = at + 1;
      while (read < start && (bytes[read] === LINE_END || BLANK.has(bytes[read] ?? 0))) read += 1;
      at = bytes.indexOf(LINE_END, read);
    }
    take(end);
  }
  return bytes.subarray(0, written);
}

/** The next element whose text shows as it stands; at the end of the page where there is none. */
function nextPreformatted(page: Buffer, from: number): { start: number; end: number } {
  const found = PREFORMATTED.flatMap(({ open, close }) => {
    const start = page.indexOf(open, from);
    return start < 0 ? [] : [{ start, end: page.indexOf(close, start) + close.length }];
  }).toSorted((a, b) => a.start - b.start)[0];
  return found && found.end > found.start ? found : { start: page.length, end: page.length };
}
