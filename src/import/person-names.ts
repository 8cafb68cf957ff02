// Stage: import. Text → the names of people in it, by the prefix that stands before a name.
import { letterDistance } from './readings.ts';

export interface FoundName {
  readonly prefix: string;
  /** Given name and surname, without the prefix. */
  readonly name: string;
  readonly line: number;
}

const PREFIX =
  '(?:ว่าที่ร้อย(?:ตรี|โท|เอก)|ว่าที่ ?ร\\.[ตทอ]\\.|นางสาว|น\\.ส\\.|นาง|นาย(?!ก(?:รัฐ|ฯ| |$|สมาคม|อบ|องค์|เทศ)|ทะเบียน|อำเภอ|จ้าง|แพทย์)|ดร\\.|พลเอก|พันเอก)';
/** A prefix, a name and a surname: นางบุญจันทร์ ลีกลาง. */
export const PERSON = new RegExp(
  `(?<=^|[\\s("“]|แทน|ให้|โดย|และ)(${PREFIX})\\s?([ก-ฮเ-ไ][ก-๎]{1,20}) +([ก-ฮเ-ไ][ก-๎]{1,24})(?=$|[\\s)"”,])`,
  'u',
);
const EVERY = new RegExp(PERSON.source, 'gu');

/** Every name of a text, in order. */
export function namesIn(text: string, line: number): FoundName[] {
  return [...text.matchAll(EVERY)].flatMap(([, prefix, given, surname]) =>
    prefix === undefined || given === undefined || surname === undefined
      ? []
      : [{ prefix, name: `${given} ${surname}`, line }],
  );
}

/** The same given name, and surnames that differ by little: one person, spelt twice. */
export function maySpellOnePerson(a: string, b: string): boolean {
  const [givenA = '', surnameA = ''] = a.split(' ');
  const [givenB = '', surnameB = ''] = b.split(' ');
  return (
    givenA === givenB &&
    letterDistance(surnameA, surnameB) <= 3 &&
    surnameA.at(0) === surnameB.at(0)
  );
}
