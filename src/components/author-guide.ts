// Stage: components. The worked example of the authors' guide, step by step: the page shows it, and a test runs it.
import { escapeHtml } from './thai-html.ts';

/** The office folder of the example, beside the project's own content. */
export const EXAMPLE_OFFICE = 'my-office';
/** The manual that the example begins with: invented, with a slip and a letter that its PDF has lost. From the project's root. */
export const EXAMPLE_PDF = 'public/examples/borrowing.pdf';
const MANUAL = 'borrowing';

export interface Command {
  /** An npm script. */
  readonly script: 'import' | 'check' | 'new';
  readonly words: readonly string[];
  /** Words of what the command says when it went well. */
  readonly says: string;
}
/** Something to type into a file. */
export interface Edit {
  /** The file, or the folder in which it is the one that holds `find`. */
  readonly where: string;
  /** What stands there; without it, `put` goes to the end of the file, which may be new. */
  readonly find?: string;
  readonly put: string;
}
export interface GuideStep {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly edits?: readonly Edit[];
  readonly commands: readonly Command[];
  /** What to look at afterwards. */
  readonly then?: string;
}

const CHECKED = { script: 'check', words: [], says: 'ตรวจเนื้อหาแล้ว ไม่พบปัญหา' } as const;

export const guideSteps: readonly GuideStep[] = [
  {
    id: 'import',
    title: 'นำคู่มือเข้า',
    why: 'ทำร่างจากแฟ้ม PDF ที่มีชั้นข้อความ หรือ .docx .txt .md เครื่องเก็บต้นฉบับ แบ่งส่วน แยกขั้นตอน และให้รหัส สิ่งที่ไม่แน่ใจเครื่องไม่เดา แต่บอกเป็นรายการ',
    commands: [
      {
        script: 'import',
        words: [EXAMPLE_PDF, '--id', MANUAL],
        says: `เขียนร่างแล้วที่ ${EXAMPLE_OFFICE}/content/manuals/${MANUAL}`,
      },
    ],
    then: `เปิด ${EXAMPLE_OFFICE}/seeds/${MANUAL}.import.md แล้วเทียบทีละข้อกับหน้ากระดาษ ในตัวอย่างนี้มีคำว่า “เล่มนี” ที่แฟ้ม PDF ไม่บอกวรรณยุกต์`,
  },
  {
    id: 'check',
    title: 'ตรวจ',
    why: 'ทุกข้อความของเนื้อหาต้องอยู่ในต้นฉบับ และทุกตัวอักษรของต้นฉบับต้องอยู่ในเนื้อหา คำสั่งนี้บอกทุกข้อที่ไม่ตรง พร้อมแฟ้ม บรรทัด และวิธีแก้ สั่งได้ทุกเมื่อ',
    commands: [CHECKED],
  },
  {
    id: 'correct',
    title: 'แก้คำผิด',
    why: 'ไม่แก้ต้นฉบับ แต่บันทึกไว้ว่าพิมพ์ว่าอะไร อ่านว่าอะไร เพราะอะไร แล้วใช้คำที่ถูกในเนื้อหา ผู้อ่านจะเห็นทั้งสองแบบ คู่มือเล่มยาวให้เครื่องช่วยหาคำด้วย npm run slips',
    edits: [
      {
        where: `${EXAMPLE_OFFICE}/seeds/corrections.yaml`,
        put: [
          `- seed: ${MANUAL}`,
          '  line: 5',
          '  printed: เล่มนี',
          '  read: เล่มนี้',
          '  kind: word',
          '  reason: แฟ้ม PDF ไม่บอกวรรณยุกต์ หน้ากระดาษพิมพ์ว่า เล่มนี้',
          '  certainty: certain',
          `- seed: ${MANUAL}`,
          '  line: 10',
          '  printed: ดรวจสอบ',
          '  read: ตรวจสอบ',
          '  kind: word',
          '  reason: พิมพ์ ด แทน ต',
          '  certainty: certain',
          '',
        ].join('\n'),
      },
      {
        where: `${EXAMPLE_OFFICE}/content/manuals/${MANUAL}/sections`,
        find: 'คู่มือเล่มนีช่วย',
        put: 'คู่มือเล่มนี้ช่วย',
      },
      {
        where: `${EXAMPLE_OFFICE}/content/manuals/${MANUAL}/procedures`,
        find: 'ดรวจสอบ',
        put: 'ตรวจสอบ',
      },
    ],
    commands: [{ ...CHECKED, says: 'แก้คำ 2 แห่ง' }],
  },
  {
    id: 'new',
    title: 'เพิ่มงานที่ยังไม่มี',
    why: 'สั่ง npm run new -- procedure เฉย ๆ เครื่องจะถามทีละข้อ หรือใส่คำตอบมาในคำสั่งก็ได้ --append คือพิมพ์ข้อความต่อท้ายต้นฉบับด้วย เพราะหน้านี้ไม่มีในแฟ้มเดิม คู่มือ คำสั่ง และบุคคลเพิ่มได้แบบเดียวกัน',
    commands: [
      {
        script: 'new',
        words: [
          'procedure',
          `--manual=${MANUAL}`,
          '--id=returning',
          '--title=๒. การคืนครุภัณฑ์',
          '--audience=staff',
          '--step=๑) รับครุภัณฑ์คืนจากผู้ยืม',
          '--step=๒) ตรวจสภาพครุภัณฑ์',
          '--step=๓) บันทึกการคืนในทะเบียน',
          '--append',
        ],
        says: 'สิ่งที่เพิ่มผ่าน npm run check แล้ว',
      },
      CHECKED,
    ],
  },
];

/** The addresses of what the example made, below the site's. */
export const examplePages = [`/manuals/${MANUAL}/`, `/manuals/${MANUAL}/returning/`] as const;

/** As one types it, in any shell: words with spaces or signs in double quotes. */
export function typed(command: Command): string {
  return typedWords(command).join(' ');
}

/** The same as HTML, each word in an element of its own: a line must not end at a hyphen. */
export function commandHtml(command: Command): string {
  return typedWords(command)
    .map((word) => `<span>${escapeHtml(word)}</span>`)
    .join(' ');
}

/** A path as HTML, to be broken after a slash and nowhere else. */
export function pathHtml(path: string): string {
  return escapeHtml(path).replaceAll('/', '/<wbr>');
}

function typedWords({ script, words }: Command): string[] {
  const quoted = words.map((word) => (/^[\w./=-]+$/.test(word) ? word : `"${word}"`));
  return ['npm run', script, ...(words.length > 0 ? ['--', ...quoted] : [])];
}
