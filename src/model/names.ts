// Stage: model. The environment → whether the site shows people's names (KHUMUE_NAMES).

export type Names = 'shown' | 'hidden';

/**
 * `KHUMUE_NAMES=hidden` builds a site with posts in the place of names. Not set, or `shown`: names as printed.
 * @throws Error in Thai for any other value: a misspelt one must not publish names.
 */
export function namesSetting(environment: Readonly<Record<string, string | undefined>>): Names {
  const value = environment['KHUMUE_NAMES'] || 'shown';
  if (value === 'shown' || value === 'hidden') return value;
  throw new Error(`KHUMUE_NAMES เป็น “${value}” ใช้ได้เฉพาะ hidden (ไม่แสดงชื่อบุคคล) หรือ shown (แสดงชื่อ)`);
}
