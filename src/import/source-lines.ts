// Stage: import. A source's text → its lines without what is no part of the words: markup, dashes, page numbers.
import { mendMarks, type Mend } from './displaced-marks.ts';
import { finding, type Finding } from './finding.ts';
import { BULLETS, leadingMark } from './list-mark.ts';

/** Text of the source that the site leaves out: on one line, or wherever the pattern stands. */
export type Left =
  | {
      readonly line: number;
      readonly text: string;
      readonly occurrence?: number;
      readonly reason: string;
    }
  | { readonly pattern: string; readonly reason: string };

export interface SourceLine {
  /** From 1. */
  readonly number: number;
  /** Words only, in NFC, with single spaces; tabs between the cells of a table row. Empty for a blank line. */
  readonly text: string;
  /** How many # stood before it. */
  readonly hashes: number;
}

export interface SourceLines {
  readonly lines: readonly SourceLine[];
  readonly left: readonly Left[];
  readonly mends: readonly (Mend & { readonly line: number })[];
  readonly findings: readonly Finding[];
}

/** Tags that only lay text out; anything else in angle brackets may be meant. */
const TAG =
  /<\/?(?:ol|ul|li|input|br|p|span|div|b|i|u|strong|em|table|tbody|thead|tr|td|th|font|hr|label|center|sup|sub|h[1-6])(?:\s[^<>]*)?\/?>/gi;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const DASH = new RegExp(`^\\s*[${BULLETS.replace('-', '\\-')}]\\s+`, 'u');
const PAGE_NUMBER = /^\s*[-–]?\s*(?:[0-9]{1,3}|[๐-๙]{1,3})\s*[-–]?\s*$/u;
/** A row of a table in Markdown, and the line below its header. */
const PIPES = /^\s*\|.*\|\s*$/u;
const PIPE_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u;
const RULE = /^\s*(?:[-_*=]\s*){3,}$/u;

/** Cleans every line. What was taken out comes back in `left`, so that nothing of the source goes unaccounted for. */
export function sourceLines(text: string): SourceLines {
  const left: Left[] = [];
  const mends: (Mend & { line: number })[] = [];
  const findings: Finding[] = [];
  const pattern = (source: string, reason: string): void => {
    if (!left.some((other) => 'pattern' in other && other.pattern === source))
      left.push({ pattern: source, reason });
  };

  const lines = text.split(/\r?\n/).map((raw, i): SourceLine => {
    const number = i + 1;
    if (PAGE_NUMBER.test(raw)) {
      left.push({ line: number, text: raw.trim(), reason: 'เลขหน้า' });
      return { number, text: '', hashes: 0 };
    }
    if (PIPE_RULE.test(raw) || RULE.test(raw)) {
      left.push({ line: number, text: raw.trim(), reason: 'เส้นคั่น' });
      return { number, text: '', hashes: 0 };
    }
    let words = raw;
    for (const [tag] of raw.matchAll(TAG)) pattern(escapePattern(tag), 'เศษโค้ด HTML');
    words = words.replace(TAG, ' ').replace(/&nbsp;/g, () => {
      pattern('&nbsp;', 'เศษโค้ด HTML');
      return ' ';
    });
    const hashes = /^\s*(#{1,6})\s+/.exec(words)?.[1]?.length ?? 0;
    if (hashes > 0) {
      pattern('^\\s*#+ ', 'เครื่องหมายหัวข้อแบบ Markdown ไม่ใช่เนื้อความ');
      words = words.replace(/^\s*#{1,6}\s+/, '');
    }
    if (words.includes('**')) {
      pattern('\\*\\*', 'เครื่องหมายตัวหนาแบบ Markdown ไม่ใช่เนื้อความ');
      words = words.replaceAll('**', '');
    }
    if (PIPES.test(words)) {
      pattern('\\|', 'เส้นตารางแบบ Markdown');
      words = words.trim().slice(1, -1).replaceAll('|', '\t');
    }
    const dash = DASH.exec(words)?.[0];
    if (dash !== undefined && leadingMark(words.slice(dash.length).trim())) {
      pattern(`^\\s*${escapePattern(dash.trim())} `, 'เครื่องหมายนำซึ่งเพิ่มมาหน้าเลขข้อ');
      words = words.slice(dash.length);
    }
    const mended = mendMarks(words.replace(INVISIBLE, '').normalize('NFC'));
    mends.push(...mended.mends.map((mend) => ({ ...mend, line: number })));
    findings.push(
      ...mended.doubts.map((doubt) => finding('marks-unsure', number, { words: doubt })),
    );
    return { number, text: tidy(mended.text), hashes };
  });
  return { lines, left, mends, findings };
}

/** Single spaces, none at the ends of a cell; tabs stay. */
function tidy(text: string): string {
  return text
    .split('\t')
    .map((cell) => cell.replace(/\s+/gu, ' ').trim())
    .join('\t')
    .trimEnd();
}

export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\\([/-])/g, '$1');
}
