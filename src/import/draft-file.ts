// Stage: import. Frontmatter, paragraphs and doubts → the text of a content file.
import { stringify } from 'yaml';
import type { Finding } from './finding.ts';

/** What MDX would take for markup. */
const MARKUP = /[\\`*_{}[\]<>#~|&!]/g;

/** A paragraph that MDX reads as these words and nothing else. */
export function escapeMdx(text: string): string {
  return text
    .replace(MARKUP, '\\$&')
    .replace(/^([0-9]{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
    .replace(
      /^(import|export)(?=\s|$)/,
      (word) => `&#${String(word.charCodeAt(0))};${word.slice(1)}`,
    );
}

/** An `.mdx` file; doubts stand as comments at its head. Fields that are undefined are left out. */
export function mdxFile(
  data: object,
  doubts: readonly Finding[],
  paragraphs: readonly string[] = [],
): string {
  const body = paragraphs.map((text) => `\n${escapeMdx(text)}\n`).join('');
  return `---\n${comments(doubts)}${yaml(data)}---\n${body}`;
}

export function yamlFile(data: object, doubts: readonly Finding[]): string {
  return comments(doubts) + yaml(data);
}

/** Notes as they are appended to corrections.yaml and omissions.yaml. */
export function yamlNotes(notes: readonly object[]): string {
  return notes.length === 0 ? '' : yaml(notes);
}

function yaml(data: unknown): string {
  const text = stringify(data, {
    lineWidth: 0,
    keepUndefined: false,
    aliasDuplicateObjects: false,
  });
  // Other readers of YAML would make a day of it.
  return text.replace(/^(\s*(?:- )?date: )(\d{4}-\d{2}-\d{2})$/gm, '$1"$2"');
}

function comments(doubts: readonly Finding[]): string {
  return doubts
    .map(({ line, problem, found, mend }) =>
      `# ตรวจ${line === 0 ? '' : ` (บรรทัด ${String(line)})`}: ${problem} — ${found} — ${mend}`.replace(
        /\s+/g,
        ' ',
      ),
    )
    .map((line) => `${line}\n`)
    .join('');
}
