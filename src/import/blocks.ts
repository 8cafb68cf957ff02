// Stage: import. Clean lines → blocks: headings, numbered items, paragraphs, table rows, a list of contents.
import { finding, type Finding } from './finding.ts';
import { countOf, leadingMark, type ListMark } from './list-mark.ts';
import { ListBuilder } from './list-tree.ts';
import type { Left, SourceLine } from './source-lines.ts';
import { chapterLabel, startsHeading, usualHeading, type Usual } from './usual-headings.ts';

interface At {
  /** The source line on which the block begins. */
  readonly line: number;
}
export interface Heading extends At {
  readonly type: 'heading';
  readonly text: string;
  readonly hashes: number;
  readonly usual: Usual | undefined;
  /** `ตอนที่ ๑`, of a chapter. */
  readonly label?: string;
  /** The mark of a numbered heading. */
  readonly number?: ListMark;
}
export interface Item extends At {
  readonly type: 'item';
  readonly mark: ListMark;
  readonly text: string;
}
export interface Paragraph extends At {
  readonly type: 'paragraph';
  readonly text: string;
}
export interface Table {
  readonly type: 'table';
  readonly line: number;
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}
export interface Contents extends At {
  readonly type: 'contents';
  readonly text: string;
  readonly entries: readonly { readonly line: number; readonly text: string }[];
}
export type Block = Heading | Item | Paragraph | Table | Contents;

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly left: readonly Left[];
  readonly findings: readonly Finding[];
}

/** Lines of an official letter that never go on from the line before. */
const OWN_LINE =
  /^(?:ที่\s*[0-9๐-๙]+\s*\/|เรื่อง\s|ทั้งนี้|สั่ง\s*ณ|รายละเอียดแนบท้าย|\((?:นาย|นาง|นางสาว|ว่าที่)|(?:นาย|นาง|นางสาว)(?!ก)[ก-๙]+ |คำสั่ง|ประกาศ|อาศัย|ตามที่|โดยที่|เนื่องจาก)/u;
/** `วิสัยทัศน์ (Vision) : “…”`: a usual heading with what it says on the same line. */
const WITH_VALUE = /^([^:：]{3,50}?)\s*[:：]\s*(\S.*)$/u;
/** `๒.๔ ส่งเสริม… ขั้นตอนการปฏิบัติ`: a title with the next heading on its line. */
const WITH_STEPS = /^(.{8,})\s(ขั้นตอน(?:การ)?(?:ปฏิบัติงาน|ปฏิบัติ|ดำเนินงาน|ดำเนินการ|ให้บริการ))$/u;
/** Marks above and below take no room: a line's length as one sees it. */
const width = (text: string): number => text.replace(/[ัิ-ฺ็-๎]/gu, '').length;
/** A line shorter than this ended because its author ended it. */
const FULL_LINE = 50;

export function makeBlocks(lines: readonly SourceLine[]): Blocks {
  const blocks: Block[] = [];
  const left: Left[] = [];
  const findings: Finding[] = [];
  /** The plain line above, if this one may go on from it. */
  let above: { readonly text: string } | undefined;
  let openLabel = false;

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    if (line.text === '') {
      above = undefined;
      continue;
    }
    const { text, number, hashes } = line;
    if (usualHeading(text)?.type === 'contents') {
      const contents = readContents(lines, i);
      blocks.push(contents.block);
      left.push(...contents.left);
      i = contents.next - 1;
      above = undefined;
      continue;
    }
    const previous = blocks.at(-1);
    if (isRow(text) || (previous?.type === 'table' && text.includes('\t'))) {
      const row = { line: number, cells: text.split('\t') };
      if (previous?.type === 'table')
        blocks[blocks.length - 1] = { ...previous, rows: [...previous.rows, row] };
      else blocks.push({ type: 'table', line: number, rows: [row] });
      above = undefined;
      continue;
    }
    const words = text.replaceAll('\t', ' ');
    // The title of a chapter whose label stood alone on its line.
    if (openLabel && previous?.type === 'heading' && !leadingMark(words)) {
      blocks[blocks.length - 1] = { ...previous, text: words };
      openLabel = false;
      above = undefined;
      continue;
    }
    openLabel = false;
    const chapter = chapterLabel(words);
    if (chapter) {
      blocks.push({
        type: 'heading',
        line: number,
        text: chapter.title,
        hashes,
        usual: undefined,
        label: chapter.label,
      });
      openLabel = chapter.title === '';
      above = undefined;
      continue;
    }
    const marked = leadingMark(words);
    const rest = marked?.rest ?? words;
    const stepsAtEnd = hashes > 0 || marked ? WITH_STEPS.exec(rest) : null;
    if (stepsAtEnd?.[1] !== undefined && stepsAtEnd[2] !== undefined) {
      const title = stepsAtEnd[1].trim();
      blocks.push(
        marked
          ? { type: 'item', line: number, mark: marked.mark, text: title }
          : { type: 'heading', line: number, text: title, hashes, usual: undefined },
        { type: 'heading', line: number, text: stepsAtEnd[2], hashes: 0, usual: { type: 'steps' } },
      );
      findings.push(finding('inline-heading', number, { heading: stepsAtEnd[2] }));
      above = undefined;
      continue;
    }
    const value = WITH_VALUE.exec(rest);
    const valueUsual = value?.[1] === undefined ? undefined : usualHeading(value[1]);
    if (value?.[1] !== undefined && value[2] !== undefined && valueUsual) {
      blocks.push(
        {
          type: 'heading',
          line: number,
          text: value[1],
          hashes,
          usual: valueUsual,
          ...(marked ? { number: marked.mark } : {}),
        },
        { type: 'paragraph', line: number, text: value[2] },
      );
      left.push(separatorLeft(number, rest));
      above = { text: value[2] };
      continue;
    }
    if (marked && hashes === 0) {
      blocks.push({ type: 'item', line: number, mark: marked.mark, text: rest });
      above = { text: words };
      continue;
    }
    if (hashes > 0) {
      blocks.push({
        type: 'heading', line: number, text: rest, hashes, usual: startsHeading(rest), ...(marked ? { number: marked.mark } : {}),
      }); // prettier-ignore
      above = undefined;
      continue;
    }
    const exact = usualHeading(words);
    const goesOn =
      above !== undefined &&
      !exact &&
      (width(above.text) >= FULL_LINE || standsInside(previous, lines[i + 1])) &&
      !OWN_LINE.test(words) &&
      previous !== undefined;
    // A heading with more words in it could be a line that goes on: only a blank line, or an own list below, says which.
    const usual = exact ?? (goesOn && !startsList(lines, i) ? undefined : startsHeading(words));
    if (usual) {
      blocks.push({ type: 'heading', line: number, text: words, hashes, usual });
      above = undefined;
    } else if (goesOn && (previous.type === 'paragraph' || previous.type === 'item')) {
      blocks[blocks.length - 1] = { ...previous, text: joinWords(previous.text, words) };
      above = { text: words };
    } else {
      blocks.push({ type: 'paragraph', line: number, text: words });
      above = { text: words };
    }
  }
  const whole = joinTornHeadings(blocks);
  return { blocks: whole.blocks, left, findings: [...findings, ...whole.findings] };
}

/** Thai is written without spaces: a line's end inside a sentence is none, but between Latin words it is. */
function joinWords(before: string, after: string): string {
  return /[A-Za-z0-9,.]$/.test(before) || /^[A-Za-z0-9(]/.test(after)
    ? `${before} ${after}`
    : before + after;
}

/** A plain line between two items that count on, with no blank line: it is the end of the first. */
function standsInside(previous: Block | undefined, next: SourceLine | undefined): boolean {
  if (previous?.type !== 'item' || next === undefined || usualHeading(previous.text)) return false;
  const mark = leadingMark(next.text.replaceAll('\t', ' '))?.mark;
  const count = countOf(previous.mark);
  return mark?.style === previous.mark.style && count !== undefined && countOf(mark) === count + 1;
}

function startsList(lines: readonly SourceLine[], at: number): boolean {
  const next = lines.slice(at + 1).find(({ text }) => text !== '');
  const mark = next && leadingMark(next.text.replaceAll('\t', ' '))?.mark;
  return mark?.path.at(-1) === 1;
}

/** A row of a table: several cells that are filled, and not a mark with its text. */
function isRow(text: string): boolean {
  const cells = text.split('\t').filter((cell) => cell !== '');
  if (cells.length < 2) return false;
  return cells.length > 2 || !leadingMark(`${cells[0] ?? ''} x`);
}

function separatorLeft(line: number, text: string): Left {
  const found = /\s?[:：]\s?/u.exec(text)?.[0] ?? ':';
  return {
    line,
    text: found,
    occurrence: 1,
    reason: 'เครื่องหมายคั่นหัวข้อกับข้อความ เว็บแสดงหัวข้อแยกบรรทัดแล้ว',
  };
}

const PAGE_AT_END =
  /^(.*?)(\t+|\s*(?:\.{3,}|…+|\s\.(?:\s?\.)+)\s*|\s{2,})((?:[0-9]{1,3}|[๐-๙]{1,3}|[ก-ฮ]))$/u;
const HEAD_CELLS = /^(?:เรื่อง|ที่|ลำดับ)?\t*\s*(?:หน้า|หน้าที่)$/u;

/** The list of contents: lines with a page number, or lines that stand again further down. */
function readContents(
  lines: readonly SourceLine[],
  at: number,
): { block: Contents; left: Left[]; next: number } {
  const head = lines[at];
  const entries: { line: number; text: string }[] = [];
  const left: Left[] = [];
  const squeezed = (text: string): string => text.replace(/\s/gu, '');
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (!line || line.text === '') continue;
    if (HEAD_CELLS.test(line.text)) {
      left.push({
        line: line.number,
        text: line.text.trim(),
        reason: 'หัวช่องของสารบัญ บนเว็บไม่มีเลขหน้า',
      });
      continue;
    }
    if (line.hashes > 0) break;
    const paged = PAGE_AT_END.exec(line.text);
    const [, title = '', gap = '', page = ''] = paged ?? [];
    if (paged && title.trim() !== '') {
      entries.push({ line: line.number, text: title.trim().replaceAll('\t', ' ') });
      left.push({
        line: line.number,
        text: (gap.trim() === '' ? gap.slice(-1) : gap.trim()) + page,
        ...(gap.trim() === '' ? {} : {}),
        reason: 'เลขหน้าในสารบัญ',
      });
      continue;
    }
    const words = squeezed(line.text);
    const again = lines.slice(next + 1).some((other) => squeezed(other.text).includes(words));
    const known = entries.some((entry) => squeezed(entry.text) === words);
    if (!again || known || usualHeading(line.text)?.type === 'preface') break;
    entries.push({ line: line.number, text: line.text.replaceAll('\t', ' ').trim() });
  }
  return {
    block: { type: 'contents', line: head?.number ?? 1, text: head?.text ?? '', entries },
    left,
    next,
  };
}

/**
 * A page break can tear an item's end off, and what makes Markdown of a page takes it for a heading. Where the numbers
 * count on behind such a heading it is the end of the item before it.
 */
function joinTornHeadings(blocks: readonly Block[]): { blocks: Block[]; findings: Finding[] } {
  const whole: Block[] = [];
  const findings: Finding[] = [];
  let open = new ListBuilder();
  blocks.forEach((block, i) => {
    if (block.type === 'item') open.add(block);
    const previous = whole.at(-1);
    const next = blocks[i + 1];
    if (
      block.type === 'heading' &&
      block.hashes > 0 &&
      block.usual === undefined &&
      block.number === undefined &&
      block.label === undefined &&
      previous?.type === 'item' &&
      next?.type === 'item' &&
      open.continues(next.mark)
    ) {
      whole[whole.length - 1] = { ...previous, text: joinWords(previous.text, block.text) };
      findings.push(finding('torn-heading', block.line, { text: block.text }));
      return;
    }
    if (block.type !== 'item') open = new ListBuilder();
    whole.push(block);
  });
  return { blocks: whole, findings };
}
