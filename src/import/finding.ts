// Stage: import. The table of what an importer is not sure of, and a finding → the line that the author reads.

interface KindOf<A> {
  /** What is unsure, in a few words. */
  readonly problem: string;
  readonly found: (args: A) => string;
  /** What the author does. */
  readonly mend: (args: A) => string;
}
const kind = <A>(definition: KindOf<A>): KindOf<A> => definition;
const quote = (text: string): string => `“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;

/** Every kind of doubt of the importer. */
export const findingKinds = {
  encoding: kind<{ encoding: string }>({
    problem: 'แฟ้มไม่ใช่ UTF-8',
    found: ({ encoding }) => `อ่านเป็น ${encoding} แล้วแปลงเป็น UTF-8`,
    mend: () => 'เปิดต้นฉบับในโฟลเดอร์ seeds ดูว่าตัวอักษรถูกต้อง',
  }),
  'auto-number': kind<{ count: number }>({
    problem: 'เลขข้ออัตโนมัติของ Word',
    found: ({ count }) => `${String(count)} รายการ แฟ้มไม่เก็บรูปเลขไว้ จึงเขียนเป็น 1. 2. 3.`,
    mend: () => 'เทียบกับที่เห็นใน Word ถ้าเป็นเลขไทยหรือรูปอื่น แก้ในต้นฉบับและใน numbering',
  }),
  'word-message': kind<{ message: string }>({
    problem: 'มีสิ่งที่อ่านจาก Word ไม่ได้',
    found: ({ message }) => message,
    mend: () => 'เทียบร่างกับแฟ้ม Word',
  }),
  'page-without-text': kind<{ page: number }>({
    problem: 'หน้า PDF ไม่มีตัวอักษร',
    found: ({ page }) => `หน้า ${String(page)} อาจเป็นภาพ`,
    mend: () => 'พิมพ์ข้อความของหน้านี้เพิ่มในต้นฉบับ หรือบันทึกว่าเป็นภาพ',
  }),
  'marks-mended': kind<{ count: number }>({
    problem: 'สระหรือวรรณยุกต์เลื่อนที่',
    found: ({ count }) => `จัดกลับที่เดิมแล้ว ${String(count)} แห่ง`,
    mend: () => 'สุ่มตรวจในต้นฉบับเทียบกับหน้ากระดาษ',
  }),
  'marks-unsure': kind<{ words: string }>({
    problem: 'สระหรือวรรณยุกต์น่าจะเลื่อนที่ แต่ไม่แน่ใจว่าเป็นคำใด',
    found: ({ words }) => quote(words),
    mend: () => 'ดูหน้ากระดาษ แล้วบันทึกคำที่ถูกใน seeds/corrections.yaml',
  }),
  'no-office': kind<object>({
    problem: 'ไม่พบชื่อสำนักงานในต้นฉบับ',
    found: () => 'ไม่มีบรรทัดใดขึ้นต้นด้วยชื่อสำนักงานเขตพื้นที่การศึกษาหรือสำนักงานศึกษาธิการ',
    mend: () => 'ใส่ชื่อในแฟ้มของหน่วยงาน หรือเปลี่ยน office.ref เป็นหน่วยงานที่มีอยู่',
  }),
  'office-kind': kind<{ name: string }>({
    problem: 'ตั้งหน่วยงานใหม่จากชื่อในต้นฉบับ',
    found: ({ name }) => quote(name),
    mend: () => 'ตรวจชื่อเต็ม ชื่อย่อ และประเภทในแฟ้มของหน่วยงาน',
  }),
  'manual-title': kind<{ title: string }>({
    problem: 'ชื่อคู่มือ',
    found: ({ title }) => `ใช้ ${quote(title)}`,
    mend: () => 'ตรวจ title ใน manual.mdx ถ้าตั้งเองให้ basis เป็น editor',
  }),
  audience: kind<{ count: number }>({
    problem: 'ต้นฉบับไม่บอกว่างานใช้กับใคร',
    found: ({ count }) => `งาน ${String(count)} งานใส่ audience: staff ไว้ก่อน`,
    mend: () => 'งานที่ประชาชนยื่นเรื่องหรือรับบริการ เปลี่ยนเป็น public หรือ both',
  }),
  'title-unsure': kind<{ title: string }>({
    problem: 'ชื่องานไม่ได้ทำเป็นหัวข้อ',
    found: ({ title }) => `อ่านย่อหน้า ${quote(title)} เป็นชื่องาน`,
    mend: () => 'ตรวจว่าใช่ชื่องาน ถ้าไม่ใช่ แก้ title และย้ายข้อความไป description',
  }),
  'no-title': kind<object>({
    problem: 'ขั้นตอนไม่มีชื่องาน',
    found: () => 'ไม่พบชื่องานเหนือหัวข้อขั้นตอน',
    mend: () => 'ใส่ title จากต้นฉบับ',
  }),
  'no-steps': kind<{ title: string }>({
    problem: 'หัวข้อขั้นตอนไม่มีข้อเรียงเลข',
    found: ({ title }) => quote(title),
    mend: () => 'ถ้าขั้นตอนเป็นย่อหน้า แบ่งเป็นข้อใน procedures เอง ตอนนี้เก็บเป็นส่วนข้อความ',
  }),
  'split-procedures': kind<{ title: string; count: number }>({
    problem: 'หัวข้อเดียวมีหลายงาน',
    found: ({ title, count }) =>
      `${quote(title)} มี ${String(count)} ข้อ ทุกข้อมีขั้นตอนของตนเอง จึงแยกเป็นงานละแฟ้ม`,
    mend: () => 'ถ้าเป็นงานเดียว รวมเป็น steps ที่มี substeps',
  }),
  'next-procedure': kind<{ title: string }>({
    problem: 'ข้อนี้อาจเป็นหัวข้องานถัดไป',
    found: ({ title }) => `${quote(title)} นับต่อจากเลขของงานก่อนหน้า และไม่มีหัวข้อขั้นตอน จึงไม่นับเป็นขั้น`,
    mend: () => 'ถ้าเป็นงาน ตรวจขั้นของงานในแฟ้มใหม่ ถ้าเป็นขั้นของงานก่อนหน้า ย้ายไปไว้ใน steps ของงานนั้น',
  }),
  'torn-heading': kind<{ text: string }>({
    problem: 'หัวข้อคั่นกลางรายการ',
    found: ({ text }) => `${quote(text)} อ่านเป็นท้ายข้อก่อนหน้า เพราะเลขข้อหลังจากนั้นนับต่อ`,
    mend: () => 'ถ้าเป็นหัวข้อจริง แยกรายการเป็นสองส่วน',
  }),
  'number-slip': kind<{ printed: string; read: string }>({
    problem: 'เลขข้อไม่ต่อกัน',
    found: ({ printed, read }) => `พิมพ์ ${printed} ตำแหน่งนี้นับได้ ${read}`,
    mend: () => 'ดูหน้ากระดาษว่าขาดข้อหรือพิมพ์เลขผิด แล้วแก้รายการใน seeds/corrections.yaml',
  }),
  'no-number': kind<{ text: string }>({
    problem: 'รายการไม่มีเลขข้อ',
    found: ({ text }) => `${quote(text)} ใช้เครื่องหมายนำ แบบของเว็บต้องมีเลข จึงนับให้เป็น 1. 2. 3.`,
    mend: () => 'ตรวจลำดับ แล้วคงรายการใน seeds/corrections.yaml ไว้',
  }),
  deep: kind<{ text: string }>({
    problem: 'ข้อย่อยลึกกว่าที่แบบรับได้',
    found: ({ text }) => `${quote(text)} ต่อท้ายข้อที่ครอบอยู่`,
    mend: () => 'จัดข้อใหม่ หรือคงไว้เป็นข้อความต่อเนื่อง',
  }),
  'unknown-heading': kind<{ title: string }>({
    problem: 'ไม่รู้ว่าหัวข้อนี้เป็นส่วนชนิดใด',
    found: ({ title }) => `${quote(title)} เก็บเป็นข้อความ`,
    mend: () => 'เปลี่ยน kind และ role ถ้าตรงกับชนิดที่มี (ดู src/model/section.ts)',
  }),
  'maybe-procedure': kind<{ title: string; count: number }>({
    problem: 'หัวข้อนี้อาจเป็นงานที่มีขั้นตอน',
    found: ({ title, count }) =>
      `${quote(title)} มีข้อเรียงเลข ${String(count)} ข้อ แต่ไม่มีหัวข้อขั้นตอน จึงเก็บเป็นข้อความ`,
    mend: () =>
      'ถ้าเป็นงานที่มีขั้นตอน สร้างแฟ้มด้วย npm run new -- procedure แล้วย้ายข้อไปเป็น steps ถ้าไม่ใช่ เปลี่ยน kind และ role ถ้าตรงกับชนิดที่มี (ดู src/model/section.ts)',
  }),
  'empty-heading': kind<{ title: string }>({
    problem: 'หัวข้อไม่มีเนื้อหา',
    found: ({ title }) => `${quote(title)} อาจเป็นภาพหรือตารางที่อ่านไม่ได้`,
    mend: () => 'ดูหน้ากระดาษ ถ้ามีเนื้อหา พิมพ์เพิ่มในต้นฉบับและในส่วนนี้ ถ้าไม่มี แก้ what ให้บอกสิ่งที่หายไป',
  }),
  'form-field': kind<{ heading: string }>({
    problem: 'รายละเอียดของงานอยู่ในช่อง form',
    found: ({ heading }) => quote(heading),
    mend: () => 'ตรวจว่าอยู่ถูกช่อง ข้อความเดิมบันทึกใน seeds/omissions.yaml ว่าย้ายไปช่องนั้นแล้ว',
  }),
  'inline-heading': kind<{ heading: string }>({
    problem: 'หัวข้ออยู่ท้ายบรรทัดเดียวกับชื่อ',
    found: ({ heading }) => `แยก ${quote(heading)} ออกเป็นหัวข้อ`,
    mend: () => 'ตรวจว่าแยกถูกที่',
  }),
  'order-incomplete': kind<{ missing: string }>({
    problem: 'อ่านคำสั่งได้ไม่ครบ',
    found: ({ missing }) => `ไม่พบ${missing}`,
    mend: () => 'เติมช่องนี้ในแฟ้มคำสั่งจากหน้ากระดาษ',
  }),
  'replaced-order': kind<{ number: string; subject: string }>({
    problem: 'คำสั่งที่ถูกยกเลิก',
    found: ({ number, subject }) => `ที่ ${number} เรื่อง ${quote(subject)}`,
    mend: () => 'ตรวจเลขที่ วันที่ และว่าชื่อเรื่องจบตรงนี้',
  }),
  'order-as-text': kind<{ missing: string }>({
    problem: 'คำสั่งเก็บเป็นข้อความ',
    found: ({ missing }) => `ไม่พบ${missing} จึงทำเป็นคำสั่งไม่ได้`,
    mend: () => 'ถ้ามีตารางมอบหมายหน้าที่ สร้างแฟ้มใน orders เอง',
  }),
  table: kind<{ text: string }>({
    problem: 'ตารางที่ไม่รู้จัก',
    found: ({ text }) => `${quote(text)} เก็บเป็นข้อความ ช่องต่อช่อง`,
    mend: () => 'ย้ายไปส่วนที่ตรงชนิด',
  }),
  'new-person': kind<{ name: string }>({
    problem: 'พบชื่อบุคคล',
    found: ({ name }) => quote(name),
    mend: () => 'ตรวจตัวสะกด คำนำหน้า และตำแหน่งในแฟ้ม people',
  }),
  'same-person': kind<{ name: string; other: string }>({
    problem: 'ชื่อสะกดต่างกัน อาจเป็นคนเดียวกัน',
    found: ({ name, other }) => `${quote(name)} กับ ${quote(other)} รวมเป็นคนเดียว`,
    mend: () => 'ถ้าเป็นคนละคน แยกเป็นสองแฟ้ม',
  }),
} satisfies Record<string, KindOf<never>>;

export type FindingKind = keyof typeof findingKinds;
type ArgsOf<K extends FindingKind> = Parameters<(typeof findingKinds)[K]['found']>[0];

/** A doubt with its place in the source, from 1; 0 where it has none. */
export interface Finding {
  readonly kind: FindingKind;
  readonly line: number;
  readonly problem: string;
  readonly found: string;
  readonly mend: string;
}

/** Makes a finding; the arguments are those that its kind asks for. */
export function finding<K extends FindingKind>(
  kindName: K,
  line: number,
  args: ArgsOf<K>,
): Finding {
  const definition = findingKinds[kindName] as KindOf<ArgsOf<K>>;
  return {
    kind: kindName,
    line,
    problem: definition.problem,
    found: definition.found(args),
    mend: definition.mend(args),
  };
}

/** `seeds/x.txt:12 — ปัญหา — พบว่า… — ทำโดย…`, always one line. */
export function formatFinding({ line, problem, found, mend }: Finding, seedFile: string): string {
  const place = line === 0 ? seedFile : `${seedFile}:${String(line)}`;
  return [place, problem, `พบว่า ${found}`, `ทำโดย ${mend}`].join(' — ').replace(/\s+/g, ' ');
}
