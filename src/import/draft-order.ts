// Stage: import. An order of an outline → its frontmatter.
import { finding } from './finding.ts';
import type { ListDrafter } from './draft-lists.ts';
import type { DraftOffice } from './draft-office.ts';
import type { PeopleDrafter } from './draft-people.ts';
import type { OrderPart } from './part.ts';
import { namesIn } from './person-names.ts';
import { isoDate } from '../model/thai-date.ts';

const STAND_IN = 'ปฏิบัติหน้าที่แทน';
const REPLACED =
  /คำสั่ง[^]*?ที่\s*([0-9๐-๙]+\s*\/\s*[0-9๐-๙]+)\s*ลงวันที่\s*([0-9๐-๙]{1,2}\s*[ก-๎]+\s*(?:พ\.ศ\.\s*)?[0-9๐-๙]{4})\s*เรื่อง\s*([^]*?)(?=\s+และคำสั่ง|\s+อนึ่ง|\s+นั้น|$)/gu;

export function draftOrder(
  part: OrderPart,
  office: DraftOffice,
  lists: ListDrafter,
  people: PeopleDrafter,
): object {
  const number = /[0-9๐-๙]+\s*\/\s*[0-9๐-๙]+/u.exec(part.numberLine)?.[0].replace(/\s/g, '');
  const dateLine = part.paragraphs.findLast(({ text }) => /^สั่ง\s*ณ/u.test(text));
  const date = dateLine && isoDate(dateLine.text);
  if (date === undefined)
    lists.findings.push(finding('order-incomplete', part.line, { missing: 'วันที่สั่ง' }));
  const replaces = part.paragraphs.flatMap(({ text }) => {
    const from = text.search(/ยกเลิกคำสั่ง/u);
    if (from < 0) return [];
    return [...text.slice(from).matchAll(REPLACED)].flatMap(
      ([, no = '', day = '', subject = '']) => {
        const iso = isoDate(day);
        return iso === undefined
          ? []
          : [{ number: no.replace(/\s/g, ''), date: iso, subject: subject.trim() }];
      },
    );
  });
  const from = part.paragraphs.find(({ text }) => text.includes('ยกเลิกคำสั่ง'))?.line ?? part.line;
  lists.findings.push(...replaces.map((replaced) => finding('replaced-order', from, replaced)));
  const signed = part.signature.flatMap(({ text, line }) => namesIn(text, line))[0];
  return {
    number,
    date,
    office: { ref: office.id, basis: 'stated' },
    ...(office.unit === undefined
      ? {}
      : { unit: { ref: `${office.id}/${office.unit}`, basis: 'stated' } }),
    ...(signed ? { signatory: people.idOf(signed) } : {}),
    ...(replaces.length > 0 ? { replaces } : {}),
    heading: part.heading,
    numberLine: part.numberLine,
    subjectLine: part.subjectLine === '' ? undefined : part.subjectLine,
    paragraphs: part.paragraphs.map(({ text }) => text),
    signature: part.signature.map(({ text }) => text),
    annex: part.annex.map(({ text }) => text),
    columns: part.columns,
    assignments: part.assignments.map(({ name, post, line, duties }) => {
      const person = namesIn(name, line)[0] ?? { prefix: '', name, line };
      const list = lists.list(duties, 1);
      return {
        person: people.idOf(person, post),
        name,
        post: post === '' ? undefined : post,
        numbering: list.numbering,
        duties: list.entries.map(({ id, text }) => {
          const other = text.startsWith(STAND_IN) ? namesIn(text, line)[0] : undefined;
          const when = /ในกรณี.*$/u.exec(text)?.[0];
          return {
            id,
            text,
            ...(other
              ? {
                  substitutes: {
                    person: people.idOf(other),
                    ...(when === undefined ? {} : { when }),
                  },
                }
              : {}),
          };
        }),
      };
    }),
  };
}
