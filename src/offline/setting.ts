// Stage: offline. The environment → whether the site keeps a copy of itself in the reader's browser (KHUMUE_OFFLINE).

export type Offline = 'on' | 'off';

/**
 * `KHUMUE_OFFLINE=off` builds a site that keeps no copy, and whose worker takes away the copies that an earlier build left.
 * @throws Error in Thai for any other value.
 */
export function offlineSetting(environment: Readonly<Record<string, string | undefined>>): Offline {
  const value = environment['KHUMUE_OFFLINE'] || 'on';
  if (value === 'on' || value === 'off') return value;
  throw new Error(
    `KHUMUE_OFFLINE เป็น “${value}” ใช้ได้เฉพาะ on (เก็บสำเนาไว้ใช้เมื่อไม่มีอินเทอร์เน็ต) หรือ off (ไม่เก็บ และลบสำเนาเดิม)`,
  );
}
