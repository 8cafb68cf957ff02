// Stage: chart. A text ↔ Mermaid source and XML: whatever somebody typed is drawn as typed and ends nothing.

/** Cc, zero-width space, directional marks and isolates, line separators, BOM, non-characters. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]+/gu;

/** One line of text: NFC, without what cannot be seen, single spaces. */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/**
 * What Mermaid, Markdown, HTML or YAML could read; and the four letters of Mermaid's own placeholders
 * for entities, or a typed `ﬂ°°45¶ß` would come back as a hyphen.
 */
const READ_BY_SOMEONE = /["'#;:&<>`*_\\%$~{}()[\]|@=^!/+\-ﬂ°¶ß]/g;

/**
 * A text as it may stand between quotes in Mermaid source; `\n` becomes a line break.
 *
 * @example mermaidText('1. a-b') // '1#46; a#45;b'
 */
export function mermaidText(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      cleanText(line)
        .replace(READ_BY_SOMEONE, (char) => `#${String(char.codePointAt(0))};`)
        .replace(/^(\d+)\./, '$1#46;'),
    )
    .join('<br/>');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: '\u00a0',
  quot: '"',
};

/** A label of Mermaid's database → its text; a line break is `\n`. The database keeps entity codes as placeholders. */
export function fromMermaidText(label: string): string {
  // In one go: what an entity stands for is not read once more.
  return label
    .replace(/\s*<br\s*\/?>\s*/gi, '\n')
    .replace(
      /ﬂ°°(\d+)¶ß|(?:&(\w+);|ﬂ°(\w+)¶ß)/g,
      (whole, code?: string, html?: string, named?: string) => {
        if (code !== undefined) return String.fromCodePoint(Number(code));
        return NAMED[html ?? named ?? ''] ?? whole;
      },
    )
    .trim();
}

/** For text and attribute values alike. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => XML[char] ?? char);
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
