// Stage: form. A content file's text → what the form shows of it; what the form says → the file's data. Runs in the browser and on the build side.
import { parseContentFile } from '../authoring/content-file.ts';

/** A file as the form sees it: its frontmatter and, where a file may have one, its body. */
export type FormData = Readonly<Record<string, unknown>>;

/** Why a file is not opened or not written, in Thai, for the page. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The key of a file's body beside its fields; no schema has a field of this name. */
export const BODY = 'body';

/** @throws {Refusal} where the file's YAML cannot be read */
export function toForm(path: string, text: string): FormData {
  const { data, body, errors } = parseContentFile(path, text);
  const [error] = errors;
  if (error || !isRecord(data))
    throw new Refusal(
      `อ่านส่วนหัวของแฟ้ม ${path} ไม่ได้${error ? ` (บรรทัด ${error.line})` : ''} สั่ง npm run check เพื่อดูวิธีแก้`,
    );
  const words = body.trim();
  return { ...asLists(data), ...(words === '' ? {} : { [BODY]: words }) };
}

/** What the form says, against what the file says: fields as in a file. */
export function fromForm(shown: FormData, old: FormData): FormData {
  const fields = Object.entries(shown).filter(([key]) => key !== BODY);
  return asWritten(Object.fromEntries(fields), old);
}

/**
 * What a value says. A form fills fields that are not there with empty texts and lists; in a content file those say nothing
 * (no field may be empty, no switch may be `false`).
 */
export function meaning(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(meaning).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (isRecord(value)) {
    const fields = Object.entries(value)
      .map(([key, field]) => [key, meaning(field)] as const)
      .filter(([, field]) => field !== undefined);
    return fields.length > 0 ? Object.fromEntries(fields) : undefined;
  }
  return value === '' || value === false || value === null ? undefined : value;
}

/** By meaning, not by the order of keys. */
export function sameMeaning(a: unknown, b: unknown): boolean {
  return canonical(meaning(a)) === canonical(meaning(b));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field of the official form is a text or a list of texts; a form can show a list of one for both. */
function asLists(data: FormData): FormData {
  if (!isRecord(data['form'])) return data;
  const form = Object.entries(data['form']).map(([key, value]) => [
    key,
    typeof value === 'string' ? [value] : value,
  ]);
  return { ...data, form: Object.fromEntries(form) as unknown };
}

function asWritten(shown: FormData, old: FormData): FormData {
  if (!isRecord(shown['form'])) return shown;
  const before = isRecord(old['form']) ? old['form'] : {};
  const form = Object.entries(shown['form']).map(([key, value]) => {
    const texts = meaning(value);
    const one = Array.isArray(texts) && texts.length === 1 && !Array.isArray(before[key]);
    return [key, one ? (texts[0] as unknown) : value];
  });
  return { ...shown, form: Object.fromEntries(form) as unknown };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    isRecord(field)
      ? Object.fromEntries(Object.entries(field).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}
