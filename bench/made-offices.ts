// Bench: a number of procedures → invented offices of a hundred procedures each, as files that pass the checks.
import type { OfficeFiles } from '../src/authoring/check-content.ts';
import { toThaiDigits } from '../src/model/numeral.ts';
import { itemId, madeOffice, mdx, yaml, type MadeFile } from '../tests/fixtures/made-office.ts';

/** What an area office has about. */
export const PER_OFFICE = 100;
/** Groups of an office's work, a manual each. */
const MANUALS = 5;

const ACTS = [
  'ศึกษา',
  'สำรวจ',
  'รวบรวม',
  'ตรวจสอบ',
  'วิเคราะห์',
  'จัดทำ',
  'เสนอ',
  'แจ้ง',
  'ติดตาม',
  'รายงาน',
];
const THINGS = [
  'ข้อมูล',
  'หลักเกณฑ์',
  'แผน',
  'คำขอ',
  'บัญชีรายชื่อ',
  'หนังสือราชการ',
  'เอกสารประกอบ',
  'ผลการดำเนินงาน',
];
const WORK = [
  'นักเรียน',
  'ครู',
  'โรงเรียน',
  'งบประมาณ',
  'ทุนการศึกษา',
  'อาคารสถานที่',
  'หลักสูตร',
  'การประชุม',
  'การนิเทศ',
  'พัสดุ',
];
const PLACES = [
  'ของกลุ่มงาน',
  'ตามนโยบายและแผน',
  'ในสำนักงานเขตพื้นที่',
  'ตามระเบียบที่กำหนด',
  'ให้ทันเวลา',
  'ประจำปีงบประมาณ',
];

/** The same files every time. @param procedures a multiple of PER_OFFICE */
export function madeOffices(procedures: number): OfficeFiles {
  const offices = Math.ceil(procedures / PER_OFFICE);
  const written = Array.from({ length: offices }, (_, i) => officeFiles(i)).flat();
  return madeOffice(written);
}

/** One of them, alone. @param office its number, from 0 */
export function madeOfficeAlone(office: number): OfficeFiles {
  return madeOffice(officeFiles(office));
}

function officeFiles(office: number): MadeFile[] {
  const id = `office-${letters(office)}`;
  return [
    yaml(`offices/${id}.yaml`, {
      name: `สำนักงานเขตสมมุติที่ ${thai(office + 1)}`,
      short: `สมมุติ ${thai(office + 1)}`,
      kind: 'area',
      basis: 'editor',
      units: [],
      actors: [{ id: 'director', title: 'ผู้อำนวยการกลุ่ม' }],
    }),
    ...Array.from({ length: MANUALS }, (_, m) => manualFiles(office, m)).flat(),
  ];
}

function manualFiles(office: number, number: number): MadeFile[] {
  const id = `manual-${letters(office)}-${letters(number)}`;
  const title = `คู่มือกลุ่มงานที่ ${thai(number + 1)} เขตสมมุติที่ ${thai(office + 1)}`;
  const count = PER_OFFICE / MANUALS;
  const procedures = Array.from({ length: count }, (_, p) => ({
    id: `procedure-${letters(p)}`,
    data: procedure((office * MANUALS + number) * count + p, number * count + p, office),
  }));
  return [
    mdx(`manuals/${id}/manual.mdx`, {
      title: { text: title, basis: 'editor' },
      kind: 'book',
      seed: `seed-${letters(office)}-${letters(number)}`,
      office: { ref: `office-${letters(office)}`, basis: 'stated' },
      parts: ['cover', ...procedures.map((one) => one.id)],
    }),
    mdx(`manuals/${id}/sections/cover.mdx`, { kind: 'cover', lines: [title] }),
    ...procedures.map((one) => mdx(`manuals/${id}/procedures/${one.id}.mdx`, one.data)),
  ];
}

/** Five to eleven steps and, in every fifth procedure, substeps; words are dealt by the numbers, so that texts differ. */
function procedure(all: number, own: number, office: number): unknown {
  const dealt = (list: readonly string[], by: number): string => list[by % list.length] ?? '';
  const work = `${dealt(WORK, own)}เรื่องที่ ${thai(own + 1)}`;
  const text = (s: number): string =>
    [
      dealt(ACTS, own + s * 3),
      dealt(THINGS, own * 7 + s),
      dealt(WORK, own + s),
      ` ${dealt(PLACES, own + office + s * 5)} `,
      `ข้อที่ ${thai(s + 1)} ของ${work}`,
    ].join('');
  let item = 0;
  const step = (words: string): { id: string; text: string } => ({
    id: itemId(all * 16 + item++),
    text: words,
  });
  return {
    title: `งาน${work} เขตสมมุติที่ ${thai(office + 1)}`,
    audience: own % 4 === 0 ? 'both' : 'staff',
    numbering: '๑.',
    steps: Array.from({ length: 5 + (own % 7) }, (_, s) => ({
      ...step(text(s)),
      ...(own % 5 === 0 && s === 1 + (own % 4)
        ? { numbering: '๑)', substeps: [step(text(s + 11)), step(text(s + 12))] }
        : {}),
    })),
  };
}

function thai(n: number): string {
  return toThaiDigits(String(n));
}

function letters(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26);
}
