// Stage: sharing. The environment → whether pictures are made that chat apps show with a link (KHUMUE_PICTURES).

/**
 * Undefined where it is not set: then it hangs on the site (picture.ts).
 * @throws Error in Thai for a value that is neither, so that a misspelt one is not taken for no.
 */
export function picturesSetting(
  environment: Readonly<Record<string, string | undefined>>,
): 'on' | 'off' | undefined {
  const value = environment['KHUMUE_PICTURES'] || undefined;
  if (value === undefined || value === 'on' || value === 'off') return value;
  throw new Error(
    `KHUMUE_PICTURES เป็น “${value}” ใช้ได้เฉพาะ on (ทำภาพที่แสดงเมื่อแชร์ลิงก์) หรือ off (ไม่ทำ)`,
  );
}
