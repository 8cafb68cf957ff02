// Stage: import. A heading's text → what manuals of this kind use it for.
import type { FormField } from '../model/procedure.ts';
import type { Role } from '../model/section.ts';

export type Usual =
  | {
      readonly type:
        'preface' | 'introduction' | 'contents' | 'tasks' | 'steps' | 'chart' | 'name' | 'scope';
    }
  | { readonly type: 'role'; readonly role: Role }
  | { readonly type: 'strategies' | 'goals' | 'ways' }
  | { readonly type: 'field'; readonly field: FormField };

const field = (name: FormField): Usual => ({ type: 'field', field: name });
const role = (name: Role): Usual => ({ type: 'role', role: name });

/** The words of the headings; what may follow in the same heading is said in `startsHeading`. */
const HEADINGS: readonly (readonly [words: readonly string[], usual: Usual])[] = [
  [['คำนำ', 'กิตติกรรมประกาศ', 'คำปรารภ'], { type: 'preface' }],
  [['บทนำ'], { type: 'introduction' }],
  [['สารบัญ'], { type: 'contents' }],
  [['แนวคิด', 'หลักการและเหตุผล', 'ความเป็นมา'], role('concept')],
  [['วิสัยทัศน์'], role('vision')],
  [['ปรัชญา'], role('philosophy')],
  [['ค่านิยม'], role('values')],
  [['พันธกิจ'], role('missions')],
  [['วัตถุประสงค์', 'เป้าประสงค์', 'จุดมุ่งหมาย'], role('objectives')],
  [['อำนาจหน้าที่', 'บทบาทหน้าที่'], role('powers')],
  [['ขอบข่าย/ภารกิจ', 'ขอบข่ายภารกิจ', 'ขอบข่ายงาน', 'ภารกิจ', 'ขอบข่าย'], { type: 'tasks' }],
  [['ประเด็นยุทธศาสตร์', 'ยุทธศาสตร์', 'กลยุทธ์'], { type: 'strategies' }],
  [['เป้าหมาย', 'ตัวชี้วัด'], { type: 'goals' }],
  [['แนวทางการพัฒนา', 'แนวทางการดำเนินงาน', 'แนวทาง'], { type: 'ways' }],
  [['ชื่องาน', 'ชื่อกระบวนงาน', 'งาน'], { type: 'name' }],
  [['ขอบเขตของงาน', 'ขอบเขต', 'ขอบเขตงาน'], { type: 'scope' }],
  [
    ['ขั้นตอนการปฏิบัติงาน', 'ขั้นตอนการปฏิบัติ', 'ขั้นตอนปฏิบัติงาน', 'ขั้นตอนการดำเนินงาน',
      'ขั้นตอนการให้บริการ', 'ขั้นตอนดำเนินงาน', 'ขั้นตอน', 'วิธีปฏิบัติงาน', 'วิธีดำเนินการ'],
    { type: 'steps' },
  ],
  [['flow chart', 'flowchart', 'ผังงาน', 'แผนผังขั้นตอน', 'แผนภูมิ'], { type: 'chart' }],
  [['คำจำกัดความ', 'นิยามศัพท์', 'คำนิยาม'], field('definitions')],
  [['ระยะเวลา', 'ระยะเวลาดำเนินการ', 'ระยะเวลาการปฏิบัติงาน'], field('duration')],
  [['มาตรฐานคุณภาพงาน', 'มาตรฐานงาน'], field('qualityStandard')],
  [['แบบฟอร์มที่ใช้', 'แบบฟอร์ม', 'เอกสารที่ใช้'], field('forms')],
  [
    ['เอกสารอ้างอิง', 'เอกสาร/หลักฐานอ้างอิง', 'เอกสารหลักฐานอ้างอิง', 'หลักฐานอ้างอิง',
      'กฎหมายที่เกี่ยวข้อง', 'ระเบียบ/กฎหมายที่เกี่ยวข้อง', 'กฎหมาย ระเบียบที่เกี่ยวข้อง'],
    field('references'),
  ],
  [['ค่าธรรมเนียม'], field('fee')],
  [['ช่องทางการให้บริการ', 'ช่องทางให้บริการ', 'สถานที่ให้บริการ'], field('channel')],
  [['ช่องทางการร้องเรียน', 'ช่องทางร้องเรียน', 'การร้องเรียน'], field('complaintChannel')],
]; // prettier-ignore

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s:：*_/]+/gu, '')
    .replace(/ฯ?$/u, '');

/** Longest first: ประเด็นยุทธศาสตร์ before ยุทธศาสตร์, ขั้นตอนการปฏิบัติงาน before ขั้นตอน. */
const WORDS = HEADINGS.flatMap(([words, usual]) =>
  words.map((word) => ({ word: plain(word), usual })),
).sort((a, b) => b.word.length - a.word.length);

/** What a text is that is a usual heading and nothing else, but for a word in brackets: `พันธกิจ (Mission)`. */
export function usualHeading(text: string): Usual | undefined {
  const bare = plain(text.replace(/\([^)]*\)\s*:?\s*$/u, ''));
  return WORDS.find(({ word }) => word === bare)?.usual;
}

/** Words that a heading adds to the usual ones. Anything else after them makes it a sentence. */
const ADDED = /^(?:การปฏิบัติงาน|ในกลุ่ม|ของ|และ|ที่เกี่ยวข้อง|การดำเนินงาน|ประกอบ|ต่าง|ใน|งาน|ตาม)/u;
const LONGEST_HEADING = 70;

/** What a text is that begins as a usual heading: `ขอบข่าย/ภารกิจในกลุ่มงานต่าง ๆ`, `Flow Chart การปฏิบัติงาน`. */
export function startsHeading(text: string): Usual | undefined {
  const exact = usualHeading(text);
  if (exact) return exact;
  if (text.length > LONGEST_HEADING || /[.“”"]/u.test(text)) return undefined;
  const bare = plain(text);
  const found = WORDS.find(({ word }) => word.length > 4 && bare.startsWith(word));
  return found && ADDED.test(bare.slice(found.word.length)) ? found.usual : undefined;
}

/** `ตอนที่ ๑`, `บทที่ 2`, `ส่วนที่ ๓`: the label of a chapter and the title that may follow on its line. */
export function chapterLabel(text: string): { label: string; title: string } | undefined {
  const match = /^((?:ตอน|บท|ส่วน|ภาค|หมวด)ที่\s*(?:[0-9]{1,2}|[๐-๙]{1,2}))(?=\s|$)[\s:]*(.*)$/u.exec(
    text,
  );
  return match?.[1] === undefined ? undefined : { label: match[1], title: (match[2] ?? '').trim() };
}
