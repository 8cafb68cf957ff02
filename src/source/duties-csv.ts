// Stage: source. Library and provenance → every duty of every order as CSV, for a spreadsheet.
import type { Basis } from '../model/basis.ts';
import { basisLabel } from '../model/basis.ts';
import type { Library, Order } from '../model/library.ts';
import { thaiDate } from '../model/numeral.ts';
import { byDate, dutiesOf, endedBy, type Assigned } from '../model/responsibility.ts';
import type { Provenance } from './provenance.ts';

const COLUMNS = [
  'หน่วยงาน', 'กลุ่มงาน', 'ผู้รับผิดชอบ', 'ตำแหน่งตามคำสั่ง', 'คำสั่ง', 'สั่งเมื่อ', 'คำสั่งถูกยกเลิกโดย',
  'ข้อ', 'หน้าที่', 'แทน', 'ลำดับที่', 'งานที่มีขั้นตอน', 'ภารกิจ', 'แฟ้มต้นฉบับ', 'บรรทัด',
] as const; // prettier-ignore

/** One row a duty, orders newest first. With a byte order mark, without which Excel misreads Thai. */
export function dutiesCsv(library: Library, provenance: (manual: string) => Provenance): string {
  const rows = library.orders
    .toSorted((a, b) => byDate(b, a))
    .flatMap((order) => dutiesOf(order, library))
    .map((assigned) => cells(assigned, library, provenance(assigned.order.manual)));
  return `\uFEFF${[COLUMNS, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function cells(assigned: Assigned, library: Library, provenance: Provenance): string[] {
  const { order, assignment, person, duty, number } = assigned;
  const office = library.office(order.office.ref);
  const unit = office.units.find(({ id }) => `${office.id}/${id}` === order.unit?.ref);
  const span = provenance.span(order.id, `${assigned.path}.text`);
  const { substitutes } = duty;
  const post = library
    .manual(order.manual)
    .office.actors.find(({ id }) => id === substitutes?.actor)?.title;
  const away =
    substitutes?.person === undefined ? (post ?? '') : library.person(substitutes.person).fullName;
  return [
    office.name,
    unit?.name ?? '',
    person.fullName,
    assignment.post,
    orderNumber(order),
    thaiDate(order.date),
    endedBy(order, library).map(orderNumber).join('; '),
    number,
    duty.text,
    away,
    substitutes?.rank === undefined ? '' : String(substitutes.rank),
    duty.procedures.map(({ ref, basis }) => linked(library.procedure(ref).title, basis)).join('; '),
    duty.tasks
      .map(({ ref, basis }) => {
        const { number: mark, text } = library.task(ref);
        return linked(`${mark} ${text}`.trim(), basis);
      })
      .join('; '),
    span ? `${span.seed}.txt` : '',
    span ? String(span.from.line) : '',
  ];
}

/** Alone, `10/2565` would be a month to a spreadsheet. */
const orderNumber = ({ number }: Order): string => `ที่ ${number}`;

const linked = (text: string, basis: Basis): string =>
  basis === 'stated' ? text : `${text} (${basisLabel[basis]})`;

/** Quoted where it has to be. A cell that a spreadsheet would take for a formula is made a text. */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
