// Stage: import. Blocks from the heading of an order on → the order: its letter, its annex, who is assigned what.
import type { Block, Item } from './blocks.ts';
import { finding, type Finding } from './finding.ts';
import { listMark } from './list-mark.ts';
import { buildLists, type ListNode } from './list-tree.ts';
import type { AssignmentPart, OrderPart, Part, Words } from './part.ts';
import { PERSON } from './person-names.ts';
import type { Left } from './source-lines.ts';
import { toArabicDigits } from '../model/numeral.ts';

const HEADING = /^(?:\(สำเนา\)\s*)?คำสั่ง/u;
const NUMBER = /^ที่\s*[0-9๐-๙]+\s*\/\s*[0-9๐-๙]+/u;
const SUBJECT = /^เรื่อง\s/u;
const SIGNATURE = /^\((?:นาย|นาง|นางสาว|ว่าที่|ดร\.|พล)/u;

/** An order begins with its heading and, within three lines, its number. */
export function startsOrder(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at];
  if (!block || !('text' in block) || block.type === 'item' || !HEADING.test(block.text))
    return false;
  if (block.type === 'heading' && block.label !== undefined) return false;
  return blocks
    .slice(at + 1, at + 4)
    .some((next) => next.type === 'paragraph' && NUMBER.test(next.text));
}

export interface ReadOrder {
  readonly part: Part;
  readonly next: number;
  readonly left: readonly Left[];
  readonly findings: readonly Finding[];
}

export function readOrder(blocks: readonly Block[], at: number): ReadOrder {
  const left: Left[] = [];
  const findings: Finding[] = [];
  const head: Words[] = [];
  const annex: Words[] = [];
  const signature: Words[] = [];
  let assignments: AssignmentPart[] = [];
  let columns: string[] = [];
  let next = at;
  for (; next < blocks.length; next++) {
    const block = blocks[next];
    if (!block || block.type === 'contents') break;
    if (
      block.type === 'heading' &&
      (block.label !== undefined || (block.usual !== undefined && block.hashes > 0))
    )
      break;
    if (assignments.length > 0 && block.type !== 'table') break;
    if (block.type === 'table') {
      const read = readTable(block.rows);
      if (!read) break;
      columns = columns.length > 0 ? columns : [...read.columns];
      left.push(...read.left);
      assignments.push(...read.assignments);
      continue;
    }
    if (block.type === 'item') {
      if (!PERSON.test(block.text) && signature.length === 0) {
        head.push({ text: `${block.mark.printed} ${block.text}`, line: block.line });
        continue;
      }
      const items: Item[] = [];
      for (let item = blocks[next]; item?.type === 'item'; item = blocks[++next]) items.push(item);
      const read = readAssignmentList(items);
      left.push(...read.left);
      assignments = [...assignments, ...read.assignments];
      next--;
      continue;
    }
    const words = { text: block.text, line: block.line };
    if (SIGNATURE.test(block.text)) signature.push(words);
    else if (
      signature.length > 0 &&
      annex.length === 0 &&
      !/^(?:รายละเอียด|บัญชี|กำหนด|แนบท้าย|ที่\s)/u.test(block.text) &&
      isPost(block.text)
    )
      signature.push(words);
    else if (signature.length > 0) annex.push(words);
    else head.push(words);
  }
  const heading = head[0] ?? { text: '', line: 1 };
  const numberAt = head.findIndex(({ text }) => NUMBER.test(text));
  const subjectAt = head.findIndex(({ text }) => SUBJECT.test(text));
  if (assignments.length === 0) {
    findings.push(finding('order-as-text', heading.line, { missing: 'ตารางหรือรายการมอบหมายหน้าที่' }));
    const paragraphs = [...head.slice(1), ...signature, ...annex];
    return {
      part: { type: 'prose', line: heading.line, use: 'other', title: heading.text, paragraphs },
      next: Math.max(next, at + 1),
      left,
      findings,
    };
  }
  if (subjectAt < 0)
    findings.push(finding('order-incomplete', heading.line, { missing: 'บรรทัดเรื่อง' }));
  const part: OrderPart = {
    type: 'order',
    line: heading.line,
    heading: heading.text,
    numberLine: head[numberAt]?.text ?? '',
    subjectLine: head[subjectAt]?.text ?? '',
    paragraphs: head.filter((_, i) => i > 0 && i !== numberAt && i !== subjectAt),
    signature,
    annex,
    columns,
    assignments,
  };
  return { part, next: Math.max(next, at + 1), left, findings };
}

const isPost = (text: string): boolean =>
  /^(?:ผู้อำนวยการ|รองผู้อำนวยการ|ศึกษาธิการ|รองศึกษาธิการ|ผู้ว่าราชการ|ปลัด|เลขาธิการ|ตำแหน่ง)/u.test(text);

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table of duties: its header says which column is which. A row without a name goes on from the one above. */
function readTable(
  rows: readonly Row[],
): { columns: readonly string[]; assignments: AssignmentPart[]; left: Left[] } | undefined {
  const [header, ...body] = rows;
  if (!header) return undefined;
  const column = (words: RegExp): number => header.cells.findIndex((cell) => words.test(cell));
  const nameAt = column(/ชื่อ/u);
  const postAt = column(/ตำแหน่ง/u);
  const dutiesAt = header.cells.findIndex(
    (cell, i) => i !== nameAt && i !== postAt && /ปฏิบัติ|หน้าที่|รับผิดชอบ|ภาระงาน|มอบหมาย/u.test(cell),
  );
  if (nameAt < 0 || dutiesAt < 0) return undefined;
  const left: Left[] = [];
  const assignments: AssignmentPart[] = [];
  for (const { line, cells } of body) {
    const name = cells[nameAt]?.trim() ?? '';
    cells.forEach((cell, i) => {
      if (i !== nameAt && i !== postAt && i !== dutiesAt && cell.trim() !== '')
        left.push({
          line,
          text: cell.trim(),
          reason: `ช่อง ${header.cells[i] ?? String(i + 1)} ของตาราง แบบของคำสั่งไม่มีช่องให้`,
        });
    });
    const last = assignments.at(-1);
    // Numbers go on where a row goes on.
    const before = name === '' ? (last?.duties.length ?? 0) : 0;
    const duties = splitDuties(cells[dutiesAt] ?? '', line, before);
    if (name === '' && last)
      assignments[assignments.length - 1] = { ...last, duties: [...last.duties, ...duties] };
    else if (name !== '')
      assignments.push({ line, name, post: cells[postAt]?.trim() ?? '', duties });
  }
  return { columns: header.cells.filter((cell) => cell !== ''), assignments, left };
}

/** `๑. … ๒. … ๓. …` in one cell → its items, where the numbers count up from one. A cell without numbers is one duty. */
export function splitDuties(cell: string, line: number, before = 0): ListNode[] {
  const marks = [
    ...cell.matchAll(
      /(?<=^|\s)((?:[0-9]{1,2}|[๐-๙]{1,2})(?:\.(?:[0-9]{1,2}|[๐-๙]{1,2}))*[.)])(?=\s|[^\s0-9๐-๙])/gu,
    ),
  ];
  const starts: { at: number; printed: string }[] = [];
  for (const mark of marks) {
    const printed = mark[1] ?? '';
    if (
      Number(
        toArabicDigits(printed)
          .replace(/[^0-9.]/g, '')
          .replace(/\.$/, ''),
      ) ===
      before + starts.length + 1
    )
      starts.push({ at: mark.index, printed });
  }
  if (starts.length === 0)
    return cell.trim() === ''
      ? []
      : [{ mark: listMark(''), text: cell.trim(), line, children: [] }];
  return starts.map(({ at, printed }, i) => ({
    mark: listMark(printed),
    text: cell.slice(at + printed.length, starts[i + 1]?.at ?? cell.length).trim(),
    line,
    children: [],
  }));
}

/** `๑. นาย ก ตำแหน่ง … มีหน้าที่ดังนี้` with duties below it: assignments without a table. */
function readAssignmentList(items: readonly Item[]): {
  assignments: AssignmentPart[];
  left: Left[];
} {
  const left: Left[] = [];
  const lists = buildLists(items).flat();
  const assignments = lists.flatMap((node): AssignmentPart[] => {
    const person = PERSON.exec(node.text);
    if (!person) return [];
    left.push({
      line: node.line,
      text: node.mark.printed,
      occurrence: 1,
      reason: 'เลขลำดับบุคคลในคำสั่ง แบบของคำสั่งไม่มีช่องให้',
    });
    const name = node.text.slice(0, person.index + person[0].length).trim();
    const after = node.text.slice(name.length).trim();
    const split = /^(.*?)(\s*(?:มี)?(?:หน้าที่|ปฏิบัติหน้าที่|รับผิดชอบ).*)?$/u.exec(after);
    const post = (split?.[1] ?? after).trim();
    const lead = split?.[2]?.trim() ?? '';
    if (lead !== '')
      left.push({ line: node.line, text: lead, reason: 'ความนำเหนือรายการหน้าที่ แบบของคำสั่งไม่มีช่องให้' });
    return [{ line: node.line, name, post, duties: node.children }];
  });
  return { assignments, left };
}
