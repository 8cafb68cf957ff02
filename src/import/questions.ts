// Stage: import. The questions of `npm run new` for each kind of entry, and how an answer to them is read.
import { Id } from '../model/id.ts';
import { officeKindLabel } from '../model/office.ts';
import { WrongAnswer, type Question } from './answers.ts';
import { compact } from '../source/align.ts';
import type { KnownProject } from './draft.ts';
import { namesIn } from './person-names.ts';
import { isoDate } from '../model/thai-date.ts';

/** What a new entry has to know of. */
export interface Project extends KnownProject {
  readonly manuals: readonly { readonly id: string; readonly seed: string }[];
  /** Every part of every manual. */
  readonly parts: readonly { readonly manual: string; readonly id: string }[];
}

export type NewKind = 'manual' | 'procedure' | 'order' | 'person';
type Ask = Question<Project>;

const LONGEST_ANSWER = 4000;
/** Line ends are white space here; of the other control characters none can be typed on purpose. */
const CONTROL = /(?![\t-\r])[\p{Cc}\uFFFD]/u;

/** A text in normal form, with single spaces. */
export function readText(typed: string): string {
  const text = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (compact(text) === '') throw new WrongAnswer('ว่างอยู่ ใส่ข้อความ');
  if (CONTROL.test(text)) throw new WrongAnswer('มีอักขระที่อ่านไม่ได้ พิมพ์ข้อความใหม่');
  if (text.length > LONGEST_ANSWER)
    throw new WrongAnswer(`ยาวเกิน ${String(LONGEST_ANSWER)} ตัวอักษร แบ่งเป็นหลายข้อ`);
  return text;
}

function readNewId(typed: string, known: Project): string {
  const id = typed.trim();
  if (!Id.safeParse(id).success || id.length > 80)
    throw new WrongAnswer(
      `“${id.slice(0, 80)}” ใช้ไม่ได้ ใช้ a-z 0-9 และขีด ขึ้นต้นด้วยตัวอักษร เช่น home-education`,
    );
  if (new Set(known.ids).has(id)) throw new WrongAnswer(`${id} มีผู้ใช้แล้ว ใช้รหัสอื่น`);
  return id;
}

const oneOf =
  (what: string, ids: (known: Project) => readonly string[], otherwise: string) =>
  (typed: string, known: Project): string => {
    const all = ids(known);
    const id = typed.trim();
    if (all.includes(id)) return id;
    throw new WrongAnswer(
      `ไม่มี${what} “${id.slice(0, 80)}” ${all.length === 0 ? otherwise : `ใช้ได้: ${all.join(', ')}`}`,
    );
  };

const choice =
  (choices: Readonly<Record<string, string>>) =>
  (typed: string): string => {
    const wanted = typed.trim();
    const id = Object.keys(choices).find((key) => key === wanted || choices[key] === wanted);
    if (id === undefined)
      throw new WrongAnswer(
        `“${wanted.slice(0, 80)}” ใช้ไม่ได้ ใช้ได้: ${Object.entries(choices)
          .map(([key, label]) => `${key} (${label})`)
          .join(', ')}`,
      );
    return id;
  };
const named = (choices: Readonly<Record<string, string>>): string =>
  Object.entries(choices)
    .map(([id, label]) => `${id} = ${label}`)
    .join(', ');

const AUDIENCES = { staff: 'เจ้าหน้าที่', public: 'ประชาชน', both: 'ทั้งสอง' };

function readDate(typed: string): string {
  const text = readText(typed);
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (iso ? !isRealDay(text) : isoDate(text) === undefined)
    throw new WrongAnswer(
      `“${text.slice(0, 80)}” อ่านเป็นวันที่ไม่ได้ เขียนแบบ ๗ มิถุนายน ๒๕๖๒ หรือ 2019-06-07`,
    );
  return text;
}

/** A day that the month does not have comes back from Date as another one, or as none. */
function isRealDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}

function readOrderNumber(typed: string): string {
  const text = readText(typed);
  if (!/^[^\s/]*[0-9๐-๙][^\s/]*\s*\/\s*[0-9๐-๙]{4}$/u.test(text))
    throw new WrongAnswer(`“${text.slice(0, 80)}” อ่านเป็นเลขที่คำสั่งไม่ได้ เขียนแบบ ๒๑๘/๒๕๖๒`);
  return text;
}

function readName(typed: string, known: Project): string {
  const text = readText(typed);
  const found = namesIn(text, 0)[0];
  if (!found || compact(found.prefix + found.name) !== compact(text))
    throw new WrongAnswer(
      `“${text.slice(0, 80)}” อ่านเป็นชื่อไม่ได้ เขียนคำนำหน้าติดกับชื่อ เว้นวรรคก่อนสกุล เช่น นางสาวมะลิ ใจงาม`,
    );
  const other = known.people.find(({ data }) =>
    [data.name, ...data.spellings].some((name) => compact(name) === compact(found.name)),
  );
  if (other) throw new WrongAnswer(`${found.name} มีแล้วที่ people/${other.id}.yaml`);
  return text;
}

const ID: Ask = {
  option: 'id',
  ask: 'รหัสที่ใช้เป็นชื่อแฟ้มและที่อยู่บนเว็บ a-z 0-9 และขีด ไม่ใส่จะสุ่มให้',
  optional: 'asked',
  read: readNewId,
};
const MANUAL: Ask = {
  option: 'manual',
  ask: 'รหัสคู่มือ (ชื่อโฟลเดอร์ใน manuals)',
  read: oneOf(
    'คู่มือ',
    ({ manuals }) => manuals.map(({ id }) => id),
    'สร้างด้วย npm run new -- manual ก่อน',
  ),
};
const AFTER: Ask = {
  option: 'after',
  ask: 'รหัสของส่วนที่อยู่ก่อนหน้าในคู่มือ ไม่ใส่จะหาจากต้นฉบับ',
  optional: 'option-only',
  read: (typed, known, answers) => {
    const manual = answers.maybe('manual');
    const parts = known.parts.flatMap((part) => (part.manual === manual ? [part.id] : []));
    return oneOf('ส่วน', () => parts, 'คู่มือนี้ยังไม่มีส่วนใด')(typed, known);
  },
};

const isNewOffice: NonNullable<Ask['when']> = (answers, known) =>
  !known.offices.some(({ id }) => id === answers.maybe('office'));

export const questions: Readonly<Record<NewKind, readonly Ask[]>> = {
  manual: [
    { option: 'title', ask: 'ชื่อคู่มือ ตามหน้าปก', read: readText },
    {
      option: 'office',
      ask: 'รหัสหน่วยงานใน offices ถ้ายังไม่มี ใส่รหัสใหม่',
      read: (typed, known) => {
        const id = typed.trim();
        return known.offices.some((office) => office.id === id) ? id : readNewId(typed, known);
      },
    },
    {
      option: 'office-name',
      ask: 'ชื่อเต็มของหน่วยงานใหม่',
      when: isNewOffice,
      read: readText,
    },
    {
      option: 'office-short',
      ask: 'ชื่อย่อของหน่วยงานใหม่ เช่น สพป.เลย เขต ๑',
      when: isNewOffice,
      read: readText,
    },
    {
      option: 'office-kind',
      ask: `ประเภทของหน่วยงานใหม่ (${named(officeKindLabel)})`,
      when: isNewOffice,
      read: choice(officeKindLabel),
    },
    ID,
  ],
  procedure: [
    MANUAL,
    { option: 'title', ask: 'ชื่องาน ตามต้นฉบับ มีเลขหัวข้อก็ใส่ไว้ข้างหน้า', read: readText },
    { option: 'audience', ask: `ใช้กับใคร (${named(AUDIENCES)})`, read: choice(AUDIENCES) },
    {
      option: 'steps-heading',
      ask: 'หัวข้อเหนือขั้นตอน ตามต้นฉบับ',
      optional: 'asked',
      read: readText,
    },
    { option: 'step', ask: 'ขั้นตอน', many: true, read: readText },
    ID,
    AFTER,
  ],
  order: [
    MANUAL,
    { option: 'number', ask: 'เลขที่คำสั่ง เช่น ๒๑๘/๒๕๖๒', read: readOrderNumber },
    { option: 'date', ask: 'วันที่สั่ง เช่น ๗ มิถุนายน ๒๕๖๒', read: readDate },
    { option: 'subject', ask: 'เรื่อง', read: readText },
    {
      option: 'person',
      ask: 'รหัสของผู้ที่ได้รับมอบหมาย (ชื่อแฟ้มใน people)',
      read: oneOf(
        'บุคคล',
        ({ people }) => people.map(({ id }) => id),
        'สร้างด้วย npm run new -- person ก่อน',
      ),
    },
    { option: 'post', ask: 'ตำแหน่ง ตามที่คำสั่งพิมพ์', read: readText },
    { option: 'duty', ask: 'หน้าที่', many: true, read: readText },
    ID,
    AFTER,
  ],
  person: [
    { option: 'name', ask: 'คำนำหน้า ชื่อ และสกุล ตามต้นฉบับ', read: readName },
    { option: 'post', ask: 'ตำแหน่ง ตามต้นฉบับ', optional: 'asked', read: readText },
    {
      option: 'office',
      ask: 'รหัสหน่วยงานของตำแหน่งนี้',
      when: (answers) => answers.maybe('post') !== undefined,
      read: oneOf(
        'หน่วยงาน',
        ({ offices }) => offices.map(({ id }) => id),
        'สร้างคู่มือและหน่วยงานด้วย npm run new -- manual ก่อน',
      ),
    },
    ID,
  ],
};
