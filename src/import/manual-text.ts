// Stage: import. A file's name and bytes → the text of the manual in it, and what to look at in that text.
import { finding, type Finding } from './finding.ts';
import { docxText } from './docx-text.ts';
import { pdfText } from './pdf-text.ts';

export interface ManualText {
  readonly text: string;
  /** The bytes of the seed: the file's own where it is text, or else its text in UTF-8. */
  readonly seed: Uint8Array;
  readonly findings: readonly Finding[];
}

/** A file that holds no manual's text. Its message is in Thai and says what to do. */
export class UnreadableManual extends Error {}

/** Larger files are not manuals of an office; reading them would only take the machine's memory. */
export const MOST_BYTES = 60_000_000;

/**
 * @throws UnreadableManual where the file is of another type, damaged, empty or without text.
 */
export async function manualText(name: string, bytes: Uint8Array): Promise<ManualText> {
  if (bytes.length === 0) throw new UnreadableManual('แฟ้มว่าง ตรวจว่าบันทึกแฟ้มครบแล้วหรือยัง');
  if (bytes.length > MOST_BYTES)
    throw new UnreadableManual('แฟ้มใหญ่กว่า 60 MB แบ่งเป็นแฟ้มย่อย หรือเอาภาพออกก่อน');
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'txt' || ending === 'md') return checked(plainText(bytes));
  if (ending === 'docx') return checked(await converted(docxText(bytes), 'Word (.docx)'));
  if (ending === 'pdf') return checked(await converted(pdfText(bytes), 'PDF'));
  const advice = ending === 'doc' ? 'เปิดใน Word แล้วบันทึกเป็น .docx' : 'ใช้แฟ้ม .txt .md .docx หรือ .pdf';
  throw new UnreadableManual(`ไม่รู้จักแฟ้มชนิด .${ending || '(ไม่มีนามสกุล)'} ${advice}`);
}

function checked(manual: ManualText): ManualText {
  if (/\p{L}/u.test(manual.text)) return manual;
  throw new UnreadableManual('ไม่พบตัวอักษรในแฟ้ม ถ้าเป็นภาพสแกน ทำ OCR แล้วบันทึกเป็นข้อความก่อน');
}

/** UTF-8 is kept byte for byte. UTF-16 and the Thai code page of older machines are turned into it. */
function plainText(bytes: Uint8Array): ManualText {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return reencoded(new TextDecoder(encoding).decode(bytes), 'UTF-16');
  }
  if (bytes.includes(0)) throw new UnreadableManual('แฟ้มไม่ใช่ข้อความ มีข้อมูลแบบไบนารี ตรวจนามสกุลของแฟ้ม');
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      seed: bytes,
      findings: [],
    };
  } catch {
    return reencoded(new TextDecoder('windows-874').decode(bytes), 'TIS-620 (windows-874)');
  }
}

function reencoded(text: string, encoding: string): ManualText {
  return {
    text,
    seed: new TextEncoder().encode(text),
    findings: [finding('encoding', 1, { encoding })],
  };
}

async function converted(
  reading: Promise<{ text: string; findings: readonly Finding[] }>,
  type: string,
): Promise<ManualText> {
  try {
    const { text, findings } = await reading;
    return { text, seed: new TextEncoder().encode(text), findings };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new UnreadableManual('PDF มีรหัสผ่าน เปิดแล้วบันทึกเป็นแฟ้มที่ไม่มีรหัสผ่านก่อน', { cause: error });
    throw new UnreadableManual(
      `อ่านแฟ้ม ${type} ไม่ได้ แฟ้มอาจเสียหรือไม่ใช่ชนิดนี้ เปิดในโปรแกรมของแฟ้มแล้วบันทึกใหม่`,
      {
        cause: error,
      },
    );
  }
}
