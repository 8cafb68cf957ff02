// Stage: import. A manual's or chapter's file and a new part's id → the same file with the id in `parts`, all else byte for byte.
import { isScalar, isSeq, parseDocument } from 'yaml';
import { DraftRefused } from './write-draft.ts';

/**
 * `after`: the id that the new one follows; without it, the new one comes first.
 * @throws DraftRefused where the file has no list of parts, or not that id in it.
 */
export function addPart(text: string, id: string, after: string | undefined): string {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text)?.[0].length ?? 0;
  const yaml = /^[^]*?(?=\r?\n---[ \t]*(?:\r?\n|$))/.exec(text.slice(open))?.[0] ?? '';
  const parts = parseDocument(yaml).get('parts', true);
  const items = isSeq(parts) ? parts.items.filter((item) => isScalar(item)) : [];
  const before = after === undefined ? undefined : items.find(({ value }) => value === after);
  const first = items[0];
  if (!isSeq(parts) || !first?.range || (after !== undefined && !before?.range))
    throw new DraftRefused(
      `หาที่ใส่ ${id} ในช่อง parts ไม่ได้ แก้ช่อง parts ให้เป็นรายการ บรรทัดละหนึ่งรหัส แล้วสั่งใหม่`,
    );

  if (parts.flow) {
    const at = open + (before?.range?.[1] ?? first.range[0]);
    return text.slice(0, at) + (before ? `, ${id}` : `${id}, `) + text.slice(at);
  }
  // The line of an item, with its dash and whatever is noted behind it.
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const own = lineStart(open + first.range[0]);
  const dash = text.slice(own, open + first.range[0]);
  const eol = text.slice(0, open).endsWith('\r\n') ? '\r\n' : '\n';
  if (!before?.range) return `${text.slice(0, own)}${dash}${id}${eol}${text.slice(own)}`;
  const end = text.indexOf('\n', open + before.range[1]) + 1;
  return `${text.slice(0, end)}${dash}${id}${eol}${text.slice(end)}`;
}
