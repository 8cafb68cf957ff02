// Stage: Thai text. A text → its parts, those marked `keep` never broken at a line's end.
import { icuWords } from './icu-words.ts';
import { remembered } from './remembered.ts';

/**
 * Words that Chromium's line breaker (ICU) splits into smaller ones: หลัก|ฐาน, คำ|สั่ง, สถาน|ประกอบ|การ.
 * A browser offers no better dictionary, so these are held together instead. Only words whose parts
 * read wrongly alone stand here; where two words merely follow each other, a break does no harm.
 */
const WORDS = `
กระบวนงาน กลยุทธ์ฯ กลั่นกรอง กลางคัน กลางวัน กลุ่มงาน กลุ่มนโยบายและแผน กลุ่มอำนวยการ กลุ่มเป้าหมาย กลุ่มเสี่ยง
การจัดการ การจัดการศึกษา การจัดการเรียนรู้ การดำเนินการ การดำเนินงาน การบูรณาการ การบริหารจัดการ
การปฏิบัติงาน การป้องกัน การพัฒนา การมีส่วนร่วม การยืม การศึกษา การอนุญาต การเรียนการสอน การเรียนรู้
กำกับดูแล กำลังคน กำลังใจ เกี่ยวกับ แก้คำ แก้ปัญหา แก้ไขเพิ่มเติม ใกล้เคียง ใช้เวลา ขยะมูลฝอย ขยายผล
ขวัญกำลังใจ ขอบข่ายงาน ขับขี่ ขั้นตอน ขั้นตอนย่อย ขั้นพื้นฐาน ขีดความสามารถ ขีดฆ่า เขตพื้นที่
เข้มแข็ง เข้าถึง เข้าร่วม เข้าใจ ข้อเสนอ ข้อเสนอแนะ ข้างต้น คลาดเคลื่อน คณะกรรมการ คณะกรรมการฯ
คณะบุคคล คณะผู้ประเมิน ครบวงจร ความคิดเห็น ความสามารถพิเศษ คัดลอก คัดเลือก คำขอ คำขออนุญาต
คำจำกัดความ คำสั่ง คุณภาพงาน คุณภาพชีวิต คุ้มค่า คู่มือปฏิบัติงาน เครือข่าย เครื่องมือ โครงงาน โควตาพิเศษ
โควต้า ค่อนข้าง ค่าธรรมเนียม ค่านิยม ค่าเฉลี่ย งบประมาณ งานธุรการ งานบริการ งานแผน งานสารบรรณ จัดการศึกษา
จัดการเรียนรู้ จัดตั้ง จัดทำ จัดเก็บ จิตสำนึก จิตอาสา เจ้าพนักงาน เจ้าหน้าที่ ใจความ ชำนาญการ ชำนาญการพิเศษ
เชิงบูรณาการ เชื่อมต่อ เชื่อมโยง ช่วงวัย ช่วยเหลือ ช่องทาง ช่องว่าง ดังกล่าว ดังต่อไปนี้ ดังนั้น
ดำเนินการ ดำเนินงาน ดำเนินชีวิต เด็กด้อยโอกาส เด็กตกหล่น เด็กพิการ ได้รับ ด้อยโอกาส ตรวจราชการ
ตรวจสอบ ตลอดจน ตลอดชีพ ตลอดชีวิต ตอนต้น ตอบสนอง ตัวกรอง ตามอัธยาศัย ตำราเรียน เต็มใจ แต่งตั้ง
ต่อเนื่อง ต่อไป ต้นฉบับ ถูกต้อง ทวิศึกษา ทะเบียนรับ ทันสมัย ทั่วถึง ทางการศึกษา ทางการเรียน ทำตาม
ทำต่อ ทำแล้ว ทีมงาน ทีละขั้น ที่ยื่น ที่เกี่ยวข้อง ที่ผ่านมา ทุกข้อความ ทุกตัวอักษร ทุกแห่ง เทียบโอน เท่าเทียม
ท้องถิ่น ธรรมาภิบาล นอกระบบ นักวิชาการศึกษา นักศึกษาวิชาทหาร นันทนาการ นามสกุล นายกรัฐมนตรี เนตรนารี
เนื่องมาจาก แนบท้าย แนวทาง แนวปฏิบัติ ในระบบ น้อยกว่า บทสรุป บริหารจัดการ บังคับบัญชา บำเพ็ญประโยชน์
บูรณาการ แบบบูรณาการ แบบฟอร์ม แบบราชการ ใบอนุญาต บ้านเกิด บ้านเรียน ปฏิบัติการ ปฏิบัติงาน ปฏิบัติตน
ปฏิบัติราชการ ปฏิบัติหน้าที่ ประกอบการ ประกาศผล ประจำปี ประถมศึกษา ประมวลผล ประสานงาน ประสานบูรณาการ
ประเทศชาติ ประเมินผล ประเมินฯ ประโยชน์สุข ปลูกจิตสำนึก ปัญหายาเสพติด เป็นกลุ่ม เป็นธรรม เป็นระบบ
เป็นเลิศ เป้าประสงค์ เป้าหมาย ผลงาน ผลสัมฤทธิ์ ผังงาน ผู้จัดการศึกษา ผู้ตรวจราชการ ผู้ตรวจราชการฯ
ผู้บังคับบัญชา ผู้บำเพ็ญประโยชน์ ผู้ปฏิบัติงาน ผู้มารับบริการ ผู้มีส่วนได้ส่วนเสีย ผู้มีอำนาจ
ผู้รับบริการ ผู้รับผิดชอบ ผู้อำนวยการ ผู้อำนวยการกลุ่ม ผู้เรียบเรียง เผยแพร่ แผนปฏิบัติการ
พระมหากษัตริย์ พระราชดำริ พระราชบัญญัติ พระราชา พอเพียง พากลับ พัฒนาระบบ พันธกิจ พิจารณาลงนาม
พึงพอใจ พื้นฐาน เพิ่มขึ้น เพิ่มเติม ภัยคุกคาม ภัยพิบัติ ภาคส่วน ภาคีหุ้นส่วน ภาพลักษณ์ ภายใต้
ภาระงาน ภูมิปัญญา มหากษัตริย์ มอบหมาย มีงานทำ มีส่วนร่วม มุ่งเน้น ไม่จำกัด ไม่น้อยกว่า ไม่พบ ไม่มี
ไม่ระบุ ไม่ระบุชื่อ ไม่ระบุภาค ไม่อยู่ ไม่เก็บ ไม่ได้ ยกระดับ ยาเสพติด ยิ้มแย้ม ยุวกาชาด รวบรวม รวมถึง รวมทั้ง รอบงาน
ระดมทรัพยากร ระยะเวลา รับ-ส่ง รับผิดชอบ รับฟัง รับมอบหมาย รับ–ส่ง ราชกิจจานุเบกษา ราชบัญญัติ
รายงานผล รายชื่อ รายละเอียด รูปแบบ รู้เท่าทัน เรียกว่า เรียนรู้ แรงจูงใจ โรคเอดส์ ร่วมมือ ร้องเรียน
ร้อยละ ลงทะเบียน ลงนาม ลงวันที่ ลายลักษณ์อักษร ลำดับที่ ลูกเสือ เลิกล้ม แลกเปลี่ยน วันที่ วิธีการ
วิสัยทัศน์ เว็บนี้ ศตวรรษที่ ศึกษาธิการภาค ศิลปวัฒนธรรม เศรษฐกิจพอเพียง สถานที่ สถานประกอบการ สถานศึกษา สถาบันทางศาสนา
สถาบันศาสนา สภาพการศึกษา สร้างเสริม สหกิจศึกษา สั่งการ สำนักนายกรัฐมนตรี สำนึกรัก สิ่งแวดล้อม
สุขภาพกาย สุขภาพจิต เสนอแนะ เสมอภาค เสริมสร้าง ส่งต่อ ส่งผล ส่งเสริม ส่งเสริมสุขภาพ ส่วนตัว
ส่วนท้องถิ่น ส่วนราชการ ส่วนร่วม ส่วนได้ส่วนเสีย หนังสือราชการ หน่วยงาน หน้าที่ หน้าเดียว หน้าแรก
หลักฐาน หลักเกณฑ์ หลากหลาย หุ้นส่วน เหมาะสม เห็นชอบ แหล่งเรียนรู้ องค์กรชุมชน องค์กรปกครอง
องค์กรวิชาชีพ องค์คณะ องค์ความรู้ อัคราจ้าง อย่างต่อเนื่อง อย่างยิ่ง อย่างเป็นระบบ ออกกลางคัน
อัตราจ้าง อันเนื่องมาจาก อาหารกลางวัน อารบิก อาหารเสริม อำนวยการ อำนาจหน้าที่ อีกทั้ง เอกสารประกอบ
เอกสารอ้างอิง เอชไอวี แอนดรอยด์ ไอโฟน โฮมสคูล
`;

/** Digits of both kinds, with what may join them: ๒.๒, ๒๑๘/๒๕๖๒, 83–102. */
const NUMBER = '[0-9๐-๙]+(?:[./–-][0-9๐-๙]+)*';
const BEFORE_NUMBER =
  'เขต|ร้อยละ|สัปดาห์ที่|ขั้นที่|ขั้น|บรรทัด|ข้อที่|ข้อ|มาตรา|หมวด|ตอนที่|เป็นลำดับที่|ลำดับที่|ศตวรรษที่|ฉบับที่|ครั้งที่|ปีที่|ชั้นปีที่|เลขที่|คำสั่งที่|ยุทธศาสตร์ที่|ที่|พ\\.ศ\\.|วรรค|เล่ม|หน้า|ปี';
const AFTER_NUMBER =
  'ขั้นตอน|ขั้น|งาน|ภารกิจ|ข้อ|คน|ฉบับ|แห่ง|หน้าที่|หน้า|บรรทัด|ตำแหน่ง|ฝ่าย|หน่วยงาน|ยุทธศาสตร์|คำสั่ง|เรื่อง|คำ|ปี|เดือน|วันทำการ|วัน|ชั่วโมง|นาที|บาท|ครั้ง|ชุด|ช่อง|รายการ|หมวด|กลุ่ม';
const MONTH =
  'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม';

/** What holds together by its form, longest first where two begin alike. */
const PATTERNS = [
  // A date: ๗ มิถุนายน พ.ศ. ๒๕๖๒
  `[0-9๐-๙]{1,2} (?:${MONTH})(?: (?:พ\\.ศ\\. )?[0-9๐-๙]{4})?`,
  // The same in short: 13 ม.ค. 2568
  `[0-9๐-๙]{1,2} (?:[ก-๙]{1,2}\\.){2} [0-9๐-๙]{4}`,
  // A noun and its number, a number and its noun: เขต ๑, 5 ขั้น
  `(?:${BEFORE_NUMBER}) ?${NUMBER}`,
  `\\(?${NUMBER} (?:${AFTER_NUMBER})(?![ก-๙])\\)?`,
  // A telephone number, as it is printed in groups: 0 5541 1234
  '[0๐][0-9๐-๙]{0,2}(?:[ -][0-9๐-๙]{3,4}){1,2}(?![0-9๐-๙])',
  NUMBER,
  // A space before ๆ and ฯลฯ: the break it would allow lies inside the kept run.
  ' ?ๆ',
  ' ฯลฯ',
  // A dot between things stands at the end of a line, not at the beginning of the next.
  ' ·',
  // The two words of a person's name, after its prefix (but not นายกรัฐมนตรี).
  '(?:นางสาว|นาง|นาย(?!ก(?:รัฐ|ฯ| |$)))[ก-๙]{2,20}(?=[ :,)”]|$)',
  '(?<=(?:นางสาว|นาง|นาย(?!ก(?:รัฐ|ฯ| |$)))[ก-๙]{2,20} )[ก-๙]{2,20}(?=[ :,)”]|$)',
  // An office's short name, and Latin words with a hyphen.
  'สพ[ปม]\\.[ก-๙]+',
  '[A-Za-z]+(?:-[A-Za-z]+)+',
  // A command and its options.
  'npm run [a-z]+',
  '--[a-z]+',
  'รับ - ส่ง',
];

/** Prefixes that are nothing without the word after them: ผู้|มี, ความ|เท่าเทียม, การ|ติดตาม. */
const PREFIXES = new Set(['ผู้', 'ความ', 'การ', 'นัก', 'ขอ', 'ไม่', 'ทุก', 'อย่าง']);

/** A longer run could be wider than the column of a phone, and would stick out of it. */
export const LONGEST_RUN = 26;

export interface Part {
  readonly text: string;
  readonly keep: boolean;
}

const words = WORDS.trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const kept = new RegExp([...PATTERNS, words.join('|')].join('|'), 'gu');
const MAY_HOLD_PREFIX = new RegExp([...PREFIXES].join('|'));

/**
 * Cuts a text into parts; the ones marked `keep` go into a span with `white-space: nowrap`.
 * The parts joined are the text again, character for character.
 *
 * @example keepWords('ตามคำสั่งนี้') // [{text: 'ตาม', keep: false}, {text: 'คำสั่ง', keep: true}, …]
 */
export const keepWords = remembered((text): readonly Part[] => {
  const listed = listedRuns(text);
  const runs = mergeRuns([...listed, ...prefixedRuns(text, listed)]);
  const parts: Part[] = [];
  let at = 0;
  for (const [start, end] of runs) {
    if (start > at) parts.push({ text: text.slice(at, start), keep: false });
    parts.push({ text: text.slice(start, end), keep: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), keep: false });
  return parts;
});

type Run = readonly [start: number, end: number];

function listedRuns(text: string): Run[] {
  return [...text.matchAll(kept)].map((match) => [match.index, match.index + match[0].length]);
}

/**
 * A prefix and the word that follows it, as ICU sees words: the browser breaks at the same places.
 * Inside a listed word it is no prefix (ดำเนินการ|คัดเลือก).
 */
function prefixedRuns(text: string, listed: Run[]): Run[] {
  // To cut a text into words costs more than all the rest.
  if (!MAY_HOLD_PREFIX.test(text)) return [];
  const runs: Run[] = [];
  let prefix = -1;
  for (const { text: word, start: at, isWord } of icuWords(text)) {
    if (prefix >= 0 && isWord) runs.push([prefix, at + word.length]);
    const isPrefix = PREFIXES.has(word) && !listed.some(([start, end]) => start < at && at < end);
    prefix = isPrefix ? at : -1;
  }
  return runs;
}

/** Overlapping runs become one, unless that one would be too long: then the earlier stays. */
function mergeRuns(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (run[1] - run[0] > LONGEST_RUN || run[1] - run[0] < 2) continue;
    const last = merged.at(-1);
    if (!last || run[0] >= last[1]) merged.push(run);
    else if (run[1] > last[1] && run[1] - last[0] <= LONGEST_RUN) {
      merged[merged.length - 1] = [last[0], run[1]];
    }
  }
  return merged;
}
