// Stage: search, in the browser. A query with words and dates as people shorten them → as manuals print them.
// Only what is short everywhere: the short names of an office or a service stand in the content, as its aliases.

const MONTHS: readonly (readonly [short: string, month: string])[] = [
  ['มค', 'มกราคม'],
  ['กพ', 'กุมภาพันธ์'],
  ['มีค', 'มีนาคม'],
  ['เมย', 'เมษายน'],
  ['พค', 'พฤษภาคม'],
  ['มิย', 'มิถุนายน'],
  ['กค', 'กรกฎาคม'],
  ['สค', 'สิงหาคม'],
  ['กย', 'กันยายน'],
  ['ตค', 'ตุลาคม'],
  ['พย', 'พฤศจิกายน'],
  ['ธค', 'ธันวาคม'],
];
const monthOf = new Map(MONTHS);
/** มิ.ย. มิย. มิ.ย มิย: normalising leaves these dots, for they stand after a vowel */
const SHORT_MONTHS = MONTHS.map(([short]) => `${short.slice(0, -1)}\\.? ?${short.slice(-1)}\\.?`);
const DAY = '(\\d{1,2})';
const YEAR = '(\\d{4}|\\d{2})';
const DAY_MONTH_YEAR = new RegExp(`${DAY} ?(${SHORT_MONTHS.join('|')}) ?${YEAR}?(?!\\d)`);
const MONTH_YEAR = new RegExp(`(?<![ก-๎.])(${SHORT_MONTHS.join('|')}) ?${YEAR}(?!\\d)`);
const LONG_MONTH_YEAR = new RegExp(`(${[...monthOf.values()].join('|')}) ?(\\d{2})(?!\\d)`);
const NUMBERS = new RegExp(`(?<!\\d)${DAY}([/.-])(\\d{1,2})\\2${YEAR}(?!\\d)`);

const WORDS: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/ผอ\.|ผอ(?= |$|กลุ่ม|เขต|โรงเรียน|สำนัก)/g, 'ผู้อำนวยการ'],
  [/พ\.ร\.บ\.|(?<![ก-๎])พรบ/g, 'พระราชบัญญัติ'],
  [/(?<![ก-๎])ศน(?![ก-๎])/g, 'ศึกษานิเทศก์'],
  [/(?<![ก-๎])รร(?= |$)/g, 'โรงเรียน'],
  [/(?<![ก-๎])นร(?= |$)/g, 'นักเรียน'],
  [/(?<![ก-๎])จนท/g, 'เจ้าหน้าที่'],
  [/(?<![ก-๎])คกก/g, 'คณะกรรมการ'],
  [/เลขที่(?= ?\d)/g, 'ที่'],
];

/** @param query normalised */
export function spelledOut(query: string): string {
  const dated = query
    .replace(DAY_MONTH_YEAR, (_, day: string, short: string, year?: string) =>
      [String(Number(day)), month(short), year && fullYear(year)].filter(Boolean).join(' '),
    )
    .replace(MONTH_YEAR, (_, short: string, year: string) => `${month(short)} ${fullYear(year)}`)
    .replace(LONG_MONTH_YEAR, (_, name: string, year: string) => `${name} ${fullYear(year)}`)
    .replace(NUMBERS, (whole, day: string, _, number: string, year: string) => {
      const name = MONTHS[Number(number) - 1]?.[1];
      return name ? `${String(Number(day))} ${name} ${fullYear(year)}` : whole;
    });
  return WORDS.reduce((text, [pattern, word]) => text.replace(pattern, word), dated);
}

function month(short: string): string {
  return monthOf.get(short.replace(/[. ]/g, '')) ?? short;
}

/** 62 → 2562, 2019 → 2562 */
function fullYear(year: string): string {
  if (year.length === 2) return `25${year}`;
  return Number(year) < 2100 ? String(Number(year) + 543) : year;
}
