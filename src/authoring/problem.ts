// Stage: authoring. The table of problem kinds, and a problem → the line that its author reads.

interface KindOf<A> {
  /** What is wrong, in a few words. */
  readonly problem: string;
  readonly found: (args: A) => string;
  readonly mend: (args: A) => string;
}
const kind = <A>(definition: KindOf<A>): KindOf<A> => definition;
const perhaps = (nearest: string | undefined, otherwise: string): string =>
  nearest ? `ใช้ ${nearest} แทน` : otherwise;
const quote = (text: string): string => `“${text}”`;

/** What MDX takes for code where an author means a letter or a word. */
const bodySigns = {
  '{': {
    found: 'มีเครื่องหมาย { ที่ไม่ปิด หรือข้างในอ่านไม่ได้',
    mend: 'ถ้าต้องการ { เป็นตัวอักษร ใส่ \\ ข้างหน้า เป็น \\{',
  },
  '<': {
    found: 'มีเครื่องหมาย < ที่อ่านเป็นแท็ก แต่แท็กนั้นไม่ครบหรือไม่ปิด',
    mend: 'ถ้าต้องการ < เป็นตัวอักษร ใส่ \\ ข้างหน้า เป็น \\<',
  },
  import: {
    found: 'ย่อหน้าขึ้นต้นด้วยคำว่า import หรือ export ซึ่งอ่านเป็นโค้ด',
    mend: 'ใส่ \\ หน้าคำนั้น หรือขึ้นต้นย่อหน้าด้วยคำอื่น',
  },
};

/** Every kind of problem that the checks report. Add a kind here, use it in a check, give it a fixture. */
export const problemKinds = {
  'not-utf8': kind<object>({
    problem: 'อ่านตัวอักษรในแฟ้มไม่ได้',
    found: () => 'แฟ้มไม่ได้เก็บแบบ UTF-8 (อาจเป็น TIS-620, Windows-874 หรือ UTF-16)',
    mend: () => 'เปิดแฟ้มเดิมในโปรแกรมแก้ข้อความ แล้วบันทึกใหม่โดยเลือกการเข้ารหัส (Encoding) เป็น UTF-8',
  }),
  'too-large': kind<{ limit: number }>({
    problem: 'แฟ้มใหญ่เกินไป',
    found: ({ limit }) => `แฟ้มยาวเกิน ${limit.toLocaleString('en-US')} ตัวอักษร`,
    mend: () => 'ตรวจว่าใส่แฟ้มถูก ถ้าเป็นคู่มือจริง แบ่งเป็นหลายแฟ้ม',
  }),
  'no-frontmatter': kind<object>({
    problem: 'ไม่มีส่วนหัวของแฟ้ม',
    found: () => 'ไม่พบส่วนหัวระหว่างเส้น --- สองเส้น ซึ่งเส้นแรกต้องอยู่บรรทัดแรกของแฟ้ม',
    mend: () => 'ใส่ --- ที่บรรทัดแรก ตามด้วยช่องข้อมูล แล้วปิดด้วย --- อีกบรรทัด',
  }),
  'yaml-syntax': kind<{ message: string }>({
    problem: 'อ่านส่วนหัว (YAML) ไม่ได้',
    found: ({ message }) => message,
    mend: () => 'ดูการเยื้องบรรทัด เครื่องหมาย : และอัญประกาศรอบบรรทัดนี้',
  }),
  'duplicate-key': kind<{ key: string }>({
    problem: 'ช่องซ้ำ',
    found: ({ key }) => `${key} มีมากกว่าหนึ่งครั้งในที่เดียวกัน`,
    mend: () => 'เหลือไว้ช่องเดียว หรือถ้าเป็นข้อใหม่ของรายการ ใส่ - หน้าช่องแรกของข้อ',
  }),
  'body-syntax': kind<{ sign: '{' | '<' | 'import'; line: string }>({
    problem: 'อ่านเนื้อหา (MDX) ไม่ได้',
    found: ({ sign, line }) => `${bodySigns[sign].found}${line === '' ? '' : ` ใน ${quote(line)}`}`,
    mend: ({ sign }) => bodySigns[sign].mend,
  }),
  'code-in-body': kind<{ what: string; text: string }>({
    problem: 'ในเนื้อหามีโค้ด ซึ่งเทียบกับต้นฉบับไม่ได้',
    found: ({ what, text }) => `${what} ${quote(text)}`,
    mend: () =>
      'เขียนเป็นย่อหน้า หัวข้อ รายการ หรือข้อความอ้าง (>) ถ้าเป็นผัง เขียนใน ```mermaid ถ้าเป็นเครื่องหมาย ใส่ \\ ข้างหน้า',
  }),
  'unshown-body': kind<{ text: string }>({
    problem: 'ข้อความใต้ส่วนหัวไม่มีที่แสดง',
    found: ({ text }) => `ใต้เส้น --- มี ${quote(text)} ซึ่งเว็บไม่แสดงและไม่เทียบกับต้นฉบับ`,
    mend: () => 'ย้ายข้อความไปไว้ในช่องของส่วนหัว หรือในแฟ้มที่เป็น kind: prose แล้วลบออกจากที่นี่',
  }),
  'no-manuals': kind<object>({
    problem: 'ไม่มีคู่มือ',
    found: () => 'ไม่พบ manual.mdx ใดในโฟลเดอร์เนื้อหา',
    mend: () => 'ตรวจว่าโฟลเดอร์ถูกต้อง (KHUMUE_OFFICE ถ้าตั้งไว้) และมี manuals/<คู่มือ>/manual.mdx',
  }),
  'headless-manual': kind<{ folder: string; parts: number }>({
    problem: 'คู่มือไม่มี manual.mdx',
    found: ({ folder, parts }) =>
      `มี ${String(parts)} แฟ้มใน ${folder} แต่ไม่มี manual.mdx ที่บอกว่าเป็นคู่มือใด`,
    mend: () => 'นำ manual.mdx กลับมาไว้ในโฟลเดอร์นี้ หรือถ้าเลิกใช้คู่มือแล้ว ลบทั้งโฟลเดอร์',
  }),
  'unexpected-file': kind<object>({
    problem: 'แฟ้มไม่อยู่ในที่ที่รู้จัก',
    found: () => 'ไม่รู้ว่าแฟ้มนี้เป็นเนื้อหาชนิดใด',
    mend: () =>
      'ย้ายหรือเปลี่ยนชื่อเป็น manuals/<คู่มือ>/manual.mdx, manuals/<คู่มือ>/{sections,procedures,orders}/<รหัส>.mdx, offices/<รหัส>.yaml หรือ people/<รหัส>.yaml',
  }),
  'unknown-key': kind<{ key: string; nearest: string | undefined; allowed: readonly string[] }>({
    problem: 'ชื่อช่องไม่มีในแบบ',
    found: ({ key }) => key,
    mend: ({ nearest, allowed }) =>
      perhaps(
        nearest,
        allowed.length === 0 ? 'ลบช่องนี้' : `ลบช่องนี้ หรือใช้ช่องที่มี: ${allowed.join(', ')}`,
      ),
  }),
  'missing-field': kind<{ field: string; expected: string }>({
    problem: 'ขาดช่องที่ต้องมี',
    found: ({ field }) => `ไม่มี ${field}`,
    mend: ({ field, expected }) => `เพิ่ม ${field}: แล้วใส่${expected}`,
  }),
  'wrong-value': kind<{ value: string; expected: string }>({
    problem: 'ค่าไม่ถูกแบบ',
    found: ({ value }) => value,
    mend: ({ expected }) => `ใส่${expected}`,
  }),
  'bad-id': kind<{ value: string; expected: string }>({
    problem: 'รหัสไม่ถูกรูป',
    found: ({ value }) => value,
    mend: ({ expected }) => `ใช้ ${expected}`,
  }),
  'unknown-reference': kind<{ ref: string; to: string; nearest: string | undefined }>({
    problem: 'อ้างถึงสิ่งที่ไม่มี',
    found: ({ ref, to }) => `ไม่มี${to} ${ref}`,
    mend: ({ nearest, to }) =>
      nearest
        ? `ถ้าหมายถึง ${nearest} แก้เป็น ${nearest} ถ้าไม่ใช่ สร้าง${to}นี้ก่อน`
        : `สร้าง${to}นี้ก่อน หรือแก้รหัสให้ตรง`,
  }),
  'duplicate-id': kind<{ id: string; other: string }>({
    problem: 'รหัสซ้ำ',
    found: ({ id, other }) => `${id} มีแล้วที่ ${other}`,
    mend: () => 'ให้รหัสใหม่แก่รายการที่เพิ่มทีหลัง อย่าเปลี่ยนรหัสที่เผยแพร่แล้ว',
  }),
  'copied-file': kind<{ of: string }>({
    problem: 'สองแฟ้มมีรหัสเดียวกัน',
    found: ({ of }) => `รหัสทุกข้อในแฟ้มนี้มีใน ${of} ด้วย แฟ้มหนึ่งคัดลอกมาจากอีกแฟ้ม`,
    mend: () =>
      'เทียบสองแฟ้มก่อน แล้วย้ายแฟ้มที่เป็นสำเนาออกจากโฟลเดอร์เนื้อหา ถ้าเป็นเรื่องใหม่ ให้รหัสใหม่แก่ทุกข้อในแฟ้มใหม่ แล้วเพิ่มชื่อแฟ้มใน parts ของคู่มือ',
  }),
  'same-entry': kind<{ of: string }>({
    problem: 'สองแฟ้มเขียนเหมือนกันทุกช่อง',
    found: ({ of }) => `ทุกช่องในแฟ้มนี้เหมือนกับ ${of} เว็บจึงแสดงสิ่งเดียวกันสองครั้ง`,
    mend: () => 'ถ้าเป็นสำเนา ลบแฟ้มหนึ่ง ถ้าเป็นอีกคนหรืออีกหน่วยงาน แก้ช่องในแฟ้มนี้ให้เป็นของผู้นั้น',
  }),
  'copied-manual': kind<{ of: string }>({
    problem: 'คู่มือสองฉบับมีรหัสเดียวกัน',
    found: ({ of }) => `รหัสทุกข้อในคู่มือนี้มีในคู่มือ ${of} ด้วย โฟลเดอร์หนึ่งคัดลอกมาจากอีกโฟลเดอร์`,
    mend: () =>
      'ย้ายโฟลเดอร์ที่เป็นสำเนาออกจากโฟลเดอร์เนื้อหา ถ้าต้องการคู่มือใหม่ เริ่มด้วย npm run import หรือให้รหัสใหม่แก่ทุกข้อและใส่ seed ของคู่มือใหม่',
  }),
  'former-id-in-use': kind<{ ref: string; other: string }>({
    problem: 'รหัสเดิมใช้อยู่',
    found: ({ ref, other }) => `${ref} เป็นของ ${other}`,
    mend: () => 'ใส่เฉพาะรหัสที่ไม่มีสิ่งใดใช้แล้ว ที่อยู่เดียวพาไปสองแห่งไม่ได้',
  }),
  'unlisted-part': kind<{ id: string; manual: string }>({
    problem: 'ส่วนนี้ไม่มีที่อยู่ในคู่มือ',
    found: ({ id }) => `ไม่มี parts ใดระบุ ${id}`,
    mend: ({ id, manual }) => `เพิ่ม ${id} ใน parts ของ ${manual} หรือของบทที่ครอบอยู่ ตามลำดับในต้นฉบับ`,
  }),
  'part-listed-twice': kind<{ id: string; other: string }>({
    problem: 'ส่วนเดียวอยู่สองที่',
    found: ({ id, other }) => `${id} อยู่ใน ${other} แล้ว`,
    mend: () => 'เหลือไว้ที่เดียว ตามลำดับในต้นฉบับ',
  }),
  'part-out-of-order': kind<{ first: string; after: string | undefined }>({
    problem: 'ลำดับของส่วนไม่ตรงกับต้นฉบับ',
    found: ({ first, after }) =>
      after === undefined ? `ต้นฉบับมี ${first} ก่อนส่วนอื่นทั้งหมด` : `ต้นฉบับมี ${first} ต่อจาก ${after}`,
    mend: ({ first }) => `ย้าย ${first} ใน parts ไปไว้ตามลำดับนั้น ข้อความในแฟ้มถูกแล้ว ไม่ต้องแก้`,
  }),
  'unreachable-step': kind<{ step: string }>({
    problem: 'ไปไม่ถึงขั้นนี้',
    found: ({ step }) => `ไม่มีทางจากขั้นแรกมาถึง ${step}`,
    mend: () => 'แก้ next ของขั้นก่อนหน้าให้พามาที่นี่ หรือเอา next ที่ข้ามไปออก',
  }),
  'branch-without-condition': kind<{ step: string }>({
    problem: 'ทางแยกไม่มีเงื่อนไข',
    found: ({ step }) => `${step} ไปได้หลายทาง แต่มีทางที่ไม่บอก when`,
    mend: () => 'ใส่ when ทุกทาง ด้วยคำในต้นฉบับ เช่น ถูกต้อง / ไม่ถูกต้อง',
  }),
  'substeps-without-numbering': kind<object>({
    problem: 'รายการย่อยไม่มีเลขข้อแรก',
    found: () => 'มีรายการย่อย แต่ไม่มี numbering',
    mend: () => 'ใส่ numbering เป็นเลขข้อแรกตามที่ต้นฉบับพิมพ์ เช่น 1) หรือ ๒.๑',
  }),
  'unknown-actor': kind<{ actor: string; office: string; nearest: string | undefined }>({
    problem: 'ไม่มีผู้ปฏิบัตินี้ในหน่วยงาน',
    found: ({ actor, office }) => `${office} ไม่มี actors ที่รหัส ${actor}`,
    mend: ({ nearest, office }) =>
      (nearest ? `ถ้าหมายถึง ${nearest} แก้เป็น ${nearest} ถ้าไม่ใช่ ` : '') +
      `เพิ่มผู้ปฏิบัติใน offices/${office}.yaml ช่อง actors`,
  }),
  'actor-not-in-text': kind<{ actor: string; words: readonly string[] }>({
    problem: 'ต้นฉบับไม่ได้เอ่ยถึงผู้นี้ในขั้นนี้',
    found: ({ actor, words }) => `ไม่มีคำว่า ${words.map(quote).join(' หรือ ')} ของ ${actor} ในข้อความ`,
    mend: () => 'เอา actor หรือ to ออก หรือเพิ่มคำที่ต้นฉบับใช้ใน spellings ของผู้นั้น',
  }),
  'words-not-in-text': kind<{ words: string; where: string }>({
    problem: 'ข้อความนี้ไม่มีในเนื้อความ',
    found: ({ words, where }) => `${quote(words)} ไม่มีใน ${where}`,
    mend: ({ where }) => `ใช้คำเดียวกับใน ${where} ทุกตัวอักษร`,
  }),
  'date-not-in-text': kind<{ iso: string; thai: string }>({
    problem: 'วันที่ไม่ตรงกับเนื้อความ',
    found: ({ iso, thai }) => `${iso} คือ ${thai} ซึ่งไม่มีในเนื้อความ`,
    mend: () => 'ใส่วันที่ตามเนื้อความ แบบ ปี ค.ศ.-เดือน-วัน เช่น 2019-06-07 (ปี ค.ศ. คือ พ.ศ. ลบ 543)',
  }),
  'not-in-source': kind<{ expected: string; printed: string; seed: string; line: number }>({
    problem: 'ข้อความไม่ตรงกับต้นฉบับ',
    found: ({ expected, printed, seed, line }) =>
      `เนื้อหาเขียน ${quote(expected)} ` +
      (printed === ''
        ? `ซึ่งต้นฉบับ ${seed} บรรทัด ${String(line)} ไม่มีตรงนั้น`
        : `ต้นฉบับ ${seed} บรรทัด ${String(line)} ว่า ${quote(printed)}`),
    mend: () => 'แก้เนื้อหาให้ตรง หรือถ้าต้นฉบับพิมพ์ผิด บันทึกใน seeds/corrections.yaml',
  }),
  'not-covered': kind<{ text: string; column: number }>({
    problem: 'ข้อความในต้นฉบับยังไม่อยู่ในเนื้อหา',
    found: ({ text, column }) => `ตั้งแต่ตัวที่ ${String(column)}: ${quote(text)}`,
    mend: () => 'เพิ่มในเนื้อหาตามลำดับ หรือถ้าไม่ใช่ข้อความของคู่มือ บันทึกใน seeds/omissions.yaml พร้อมเหตุผล',
  }),
  'note-misfit': kind<{ text: string; why: string; mend: string }>({
    problem: 'บันทึกไม่ตรงกับต้นฉบับ',
    found: ({ text, why }) => `${quote(text)} ${why}`,
    mend: ({ mend }) => mend,
  }),
  'empty-seed': kind<object>({
    problem: 'แฟ้มต้นฉบับว่าง',
    found: () => 'ไม่มีข้อความในแฟ้ม',
    mend: () => 'นำต้นฉบับเดิมกลับมา หรือเอาแฟ้มนี้และคู่มือของต้นฉบับนี้ออก',
  }),
  'notes-shifted': kind<{ seed: string; notes: number; from: number; by: number }>({
    problem: 'บรรทัดของต้นฉบับเลื่อนไป',
    found: ({ seed, notes, from, by }) =>
      `${seed} ถูก${by > 0 ? 'เพิ่ม' : 'ลบ'} ${String(Math.abs(by))} บรรทัด บันทึก ${String(notes)} ข้อในแฟ้มนี้ตั้งแต่ line ${String(from)} จึงไม่ตรง`,
    mend: ({ by }) =>
      `นำต้นฉบับเดิมกลับมา ถ้าตั้งใจแก้ต้นฉบับ ${by > 0 ? 'บวก' : 'ลบ'} ${String(Math.abs(by))} ที่ line ของบันทึกเหล่านี้ทุกข้อ`,
  }),
  'unknown-seed': kind<{ seed: string; nearest: string | undefined; notes?: number }>({
    problem: 'ไม่มีต้นฉบับนี้',
    found: ({ seed, notes }) =>
      `ไม่มีแฟ้ม seeds/${seed}.txt${notes === undefined ? '' : ` ที่บันทึก ${String(notes)} ข้อในแฟ้มนี้อ้างถึง`}`,
    mend: ({ nearest, notes }) =>
      perhaps(
        nearest,
        notes === undefined
          ? 'นำแฟ้มต้นฉบับมาไว้ใน seeds/'
          : 'นำแฟ้มต้นฉบับมาไว้ใน seeds/ ถ้าเลิกใช้ต้นฉบับนี้แล้ว ลบบันทึกของต้นฉบับนี้ทุกข้อ',
      ),
  }),
  'seed-without-manual': kind<object>({
    problem: 'ต้นฉบับไม่มีคู่มือ',
    found: () => 'ไม่มี manual.mdx ใดอ้าง seed นี้',
    mend: () => 'สร้างคู่มือจากต้นฉบับนี้ หรือเอาแฟ้มออกจาก seeds/',
  }),
  'spelling-not-in-seeds': kind<{ spelling: string }>({
    problem: 'ไม่พบตัวสะกดนี้ในต้นฉบับ',
    found: ({ spelling }) => quote(spelling),
    mend: () => 'เขียนให้ตรงกับที่พิมพ์ในต้นฉบับ หรือลบออก',
  }),
  'stated-not-in-seeds': kind<{ text: string }>({
    problem: 'ระบุว่ามาจากต้นฉบับ แต่ไม่พบในต้นฉบับ',
    found: ({ text }) => quote(text),
    mend: () => 'เขียนให้ตรงกับต้นฉบับ หรือถ้าผู้เรียบเรียงตั้งเอง เปลี่ยน basis เป็น editor',
  }),
  'words-not-in-seeds': kind<{ text: string }>({
    problem: 'ข้อความนี้ไม่มีในต้นฉบับ',
    found: ({ text }) => quote(text),
    mend: () => 'ใช้คำของต้นฉบับทุกตัวอักษร ถ้าต้นฉบับไม่ได้เขียนไว้ เอาออก',
  }),
  'not-normal': kind<{ text: string; character: string }>({
    problem: 'มีอักขระที่ดูเหมือนถูก แต่ไม่ใช่',
    found: ({ text, character }) => `${character} ใน ${quote(text)}`,
    mend: () => 'ลบแล้วพิมพ์คำนี้ใหม่',
  }),
} satisfies Record<string, KindOf<never>>;

export type ProblemKind = keyof typeof problemKinds;
type ArgsOf<K extends ProblemKind> = Parameters<(typeof problemKinds)[K]['found']>[0];

/** A problem with its place. `line` counts from 1; `field` is a path such as `steps.2.text`. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly mend: string;
}

/** Makes a problem; the arguments are those that its kind asks for. */
export function problem<K extends ProblemKind>(
  kindName: K,
  at: { file: string; line: number; field?: string },
  args: ArgsOf<K>,
): Problem {
  const definition = problemKinds[kindName] as KindOf<ArgsOf<K>>;
  return {
    kind: kindName,
    file: at.file,
    line: at.line,
    field: at.field ?? '',
    found: definition.found(args),
    mend: definition.mend(args),
  };
}

/** `file:line field — ปัญหา — พบว่า… — แก้โดย…`, always one line. */
export function formatProblem({ kind: name, file, line, field, found, mend }: Problem): string {
  const place = `${file}:${String(line)}${field === '' ? '' : ` ${field}`}`;
  return [place, problemKinds[name].problem, `พบว่า ${found}`, `แก้โดย ${mend}`]
    .join(' — ')
    .replace(/\s*\n\s*/g, ' ');
}

/** By file, then line, then field: the order in which an author goes through them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const key = (p: Problem): string =>
    `${p.file}\n${String(p.line).padStart(7, '0')}\n${p.field}\n${p.kind}`;
  return problems.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
