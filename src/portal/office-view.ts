// Stage: portal. An office of the list → the words that stand beside its name.
import type { JoinedOffice } from '../directory/joined-office.ts';
import { thaiDate } from '../model/numeral.ts';

export function facts({ manuals, procedures, people }: JoinedOffice): string[] {
  return [
    manuals.length > 0 ? `คู่มือ ${String(manuals.length)} ฉบับ` : '',
    procedures > 0 ? `งานที่มีขั้นตอน ${String(procedures)} งาน` : '',
    people > 0 ? `บุคคล ${String(people)} คน` : '',
  ].filter(Boolean);
}

/** @param since ISO date of the older data that is shown; '' where there is none */
export function silence(since: string): string {
  return since === ''
    ? 'เมื่อทำเว็บรวมนี้ เว็บของหน่วยงานไม่ตอบ จึงยังไม่มีรายชื่องาน'
    : `เมื่อทำเว็บรวมนี้ เว็บของหน่วยงานไม่ตอบ รายชื่อเป็นของวันที่ ${thaiDate(since)}`;
}
