// Stage: model. Thai and Arabic digits, Thai dates: text ↔ text, ISO date → Buddhist era.

/** ๐-๙ → 0-9; everything else stays. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** 0-9 → ๐-๙; everything else stays. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x0e20));
}

const MONTHS = [
  'มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน',
  'กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม',
] as const; // prettier-ignore

/** The year of the Buddhist era is the common era's plus this. */
export const BUDDHIST_ERA = 543;

/**
 * An ISO date (`2019-06-07`) as Thai offices write it: `7 มิถุนายน 2562`.
 * @throws RangeError when the text is not an ISO date.
 */
export function thaiDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const month = match && MONTHS[Number(match[2]) - 1];
  // A day that the month does not have (31 June) comes back from Date as another one.
  const real = match && new Date(`${iso}T00:00:00Z`).getUTCDate() === Number(match[3]);
  if (!match || !month || !real) throw new RangeError(`not an ISO date: "${iso}"`);
  return `${String(Number(match[3]))} ${month} ${String(Number(match[1]) + BUDDHIST_ERA)}`;
}
