// Stage: search, in the browser. What was typed → what is asked for: the words to find, and of what kind.
import { normalise } from './normalise.ts';
import type { Kind } from './search-page.ts';
import { spelledOut } from './shorthand.ts';
import { unitsIn } from './units.ts';

/**
 * `who`: who is responsible. `stand-in`: who stands in for somebody. `duties`: what somebody does.
 * `how`: how something is done. `how-much`: what time or money it takes.
 */
export type Intent = 'who' | 'stand-in' | 'duties' | 'how' | 'how-much';

export interface Question {
  /** Normalised, and spelled out. */
  readonly text: string;
  readonly intent: Intent | undefined;
  /** The words left once the question around them is taken away. */
  readonly subject: string;
  /** The subject without a word that a text may print otherwise: ลูกเสือ for งานลูกเสือ. */
  readonly core: string;
  /** The words to look for, the best first. */
  readonly readings: readonly string[];
}

/** What stands first among equals where a question asks for it. */
export const wantedKinds: Record<Intent, readonly Kind[]> = {
  who: ['person', 'duty'],
  'stand-in': ['person', 'duty'],
  duties: ['person', 'duty'],
  how: ['procedure'],
  'how-much': ['procedure'],
};

interface Frame {
  readonly intent: Intent;
  /** Group `of` holds the words to find; `or`, those where `of` is empty. */
  readonly pattern: RegExp;
  /** Stands before the words to find. */
  readonly lead?: string;
}

const WHO = 'ใคร(?:เป็น)?(?:คน|ผู้)?(?:ที่)?';
const DOES = '(?:รับผิดชอบ|ดูแล|จัดการ|ดำเนินการ|ทำหน้าที่|ทำงาน|ทำ)';
const POLITE = /(?: |^)*(?:ครับ|คับ|ค่ะ|คะ|หน่อย|ด้วย|บ้าง|ไหม|มั้ย|\?)+ *$/;

const FRAMES: readonly Frame[] = [
  {
    intent: 'stand-in',
    pattern: new RegExp(
      `^(?:ถ้า|หาก|เมื่อ|กรณี(?:ที่)?)? ?(?<or>.*?) ?(?:ไม่อยู่|ไม่มา|ลา(?:ป่วย|กิจ)?|ไปราชการ|ไม่ว่าง)? ?${WHO} ?(?:จะ|ต้อง|ทำงาน|ทำหน้าที่|ทำ|ปฏิบัติหน้าที่|ปฏิบัติราชการ|ปฏิบัติงาน|รักษาการ|รักษาราชการ)*แทน ?(?:ได้)? ?(?<of>.*)$`,
    ),
    lead: 'แทน ',
  },
  {
    intent: 'stand-in',
    pattern: /^(?:ผู้(?:ทำ|ปฏิบัติ)(?:หน้าที่|งาน)?แทน|คนแทน|แทนใคร) ?(?<of>.*)$/,
    lead: 'แทน ',
  },
  { intent: 'who', pattern: new RegExp(`^${WHO} ?${DOES} ?(?<of>.+)$`) },
  { intent: 'who', pattern: new RegExp(`^(?<of>.+?) ?${WHO} ?${DOES}$`) },
  {
    intent: 'who',
    pattern:
      /^(?:ผู้รับผิดชอบ|ผู้ดูแล|คนดูแล|คนรับผิดชอบ|เจ้าหน้าที่(?:ที่)?(?:รับผิดชอบ|ดูแล)|เจ้าของเรื่อง) ?(?<of>.+)$/,
  },
  {
    intent: 'who',
    pattern: /^(?:ต้อง)?(?:ติดต่อ|ถาม|ปรึกษา)(?:ใคร|ที่ไหน) ?(?:เรื่อง)? ?(?<of>.+)$/,
  },
  {
    intent: 'who',
    pattern:
      /^(?:เรื่อง)?(?<of>.+?) ?(?:ต้อง)?(?:ติดต่อใคร|ติดต่อที่ไหน|ถามใคร|ปรึกษาใคร|เป็นหน้าที่(?:ของ)?ใคร|เป็นงานของใคร|ใครทำ|มีใครทำ)$/,
  },
  { intent: 'duties', pattern: /^(?:หน้าที่|ภาระงาน|งาน)ของ(?<of>.+)$/ },
  {
    intent: 'duties',
    pattern: /^(?<of>.+?) ?(?:มี|ทำ)?(?:หน้าที่|ดูแล|รับผิดชอบ|ทำงาน|ทำ) ?(?:งาน|เรื่อง)?(?:อะไร|ใด)$/,
  },
  {
    intent: 'how',
    pattern:
      /^(?:ถ้า|หาก)? ?(?:อยาก|ต้องการ|จะ)?(?<verb>ขอ|ยื่น(?:คำ)?ขอ|ยื่นเรื่อง|สมัคร|จด)?(?<of>.+?) ?(?:จะ)?(?:ต้อง)?(?:ไป)?(?:ทำ|ดำเนินการ|ปฏิบัติ|เริ่ม|เริ่มต้น|ยื่น|ติดต่อ|(?:ใช้|เตรียม|มี|ยื่น)(?:เอกสาร|หลักฐาน))?(?:อย่างไร|ยังไง|ไง|อะไร|ที่ไหน|ตรงไหน)$/,
  },
  {
    intent: 'how',
    pattern: /^(?:มี)?(?:ขั้นตอน|วิธี|วิธีการ|แนวทาง|กระบวนการ)(?:การ|ใน|ของ)? ?(?<of>.+)$/,
  },
  { intent: 'how', pattern: /^(?<of>.+?) ?(?:มี)?(?:ขั้นตอน|วิธี)(?:อะไร|ใด|อย่างไร|ยังไง)$/ },
  {
    intent: 'how-much',
    pattern:
      /^(?<verb>ขอ|สมัคร)?(?<of>.+?) ?(?:ต้อง)?(?:มี|เสีย|ใช้|จ่าย)?(?:ค่าธรรมเนียม|ค่าใช้จ่าย|เงิน|เวลา|นาน)?(?:กี่วัน|กี่บาท|เท่าไหร่|เท่าไร|เท่าใด|แค่ไหน)$/,
  },
  {
    intent: 'how',
    pattern: /^(?:อยาก|ต้องการ)(?:จะ)?(?<verb>ขอ|ยื่น(?:คำ)?ขอ|สมัคร)?(?<of>.+)$/,
  },
  { intent: 'how', pattern: /^(?<verb>ขอ|ยื่น(?:คำ)?ขอ|สมัคร)(?:อนุญาต)?(?<of>.+)$/ },
];

/** Asking words that leave the subject as it is. */
const ASKING =
  /(?:คือ|เรียกว่า|ชื่อว่า|มีความหมายว่า|หมายความว่า|หมายถึง|เป็น)?(?:อะไร|เท่าไหร่|เท่าไร|เท่าใด|เมื่อไหร่|เมื่อไร|เมื่อใด|ที่ไหน|ที่ใด|อย่างไร|ยังไง)(?:บ้าง|คือ)?|(?:คน|สิ่ง|แห่ง|แบบ|ประเภท|ชนิด)(?:ใด|ไหน)|(?:คือ|เป็น)?ใคร(?:คือ|เป็น)?|หรือไม่|ทำไม|เพราะเหตุใด|เหตุใด(?:จึง)?|ใช่ไหม|กี่/g;

/** Fewer units than this say little. */
const TELLING = 4;

/** Words before a subject that a text may print otherwise or not at all. */
const LEAD = /^(?:เปิด|จัดทำ|จัดตั้ง|ทำ|งาน|เรื่อง|ด้าน|การ|ของ|ให้)+ ?/;

export function readQuestion(typed: string): Question {
  const short = normalise(typed).trim();
  const text = spelledOut(short);
  const plain = text.replace(POLITE, '').trim() || text;
  for (const { intent, pattern, lead = '' } of FRAMES) {
    const groups = pattern.exec(plain)?.groups;
    const subject = (groups?.['of'] || groups?.['or'] || '').replace(POLITE, '').trim();
    if (subject.length < 2) continue;
    const bare = subject.replace(LEAD, '');
    // What a text calls งานกิจการลูกเสือ is asked for as งานลูกเสือ: without งาน both are found.
    const least = (bare.length > 2 ? bare : subject).replace(ASKING, ' ').trim() || subject;
    // What is left of สมัครเรียน stands everywhere: the asking belongs to it.
    const verb = groups?.['verb'] ?? '';
    const whole = verb + least;
    if (verb && unitsIn(least).length < TELLING)
      return { text, intent, subject: whole, core: whole, readings: [whole, short] };
    const readings = [...new Set([lead + least, least, short])];
    return { text, intent, subject: least, core: least, readings };
  }
  const asked = plain.replace(ASKING, ' ').trim();
  const subject = asked.length >= plain.length / 3 && asked.length > 3 ? asked : plain;
  const core = subject.replace(LEAD, '');
  return {
    text,
    intent: undefined,
    subject,
    core: core.length > 3 ? core : subject,
    readings: [...new Set([plain, subject, short])],
  };
}
