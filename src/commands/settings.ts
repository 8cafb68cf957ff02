// build, build:portal, dev: the environment -> what is wrong with the settings of a site, in Thai.
import { namesSetting } from '../model/names.ts';
import { offlineSetting } from '../offline/setting.ts';
import { picturesSetting } from '../sharing/setting.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Before anything is made: a page would find each of these too, after a minute and with a list of calls. */
export function settingProblems(environment: Environment): string[] {
  const settings = [namesSetting, offlineSetting, picturesSetting, addressSetting, pathSetting];
  return settings.flatMap((read) => {
    try {
      read(environment);
      return [];
    } catch (error) {
      if (error instanceof Error) return [error.message];
      throw error;
    }
  });
}

/** Prints them. @returns whether there are none */
export function settingsAreRight(environment: Environment): boolean {
  const problems = settingProblems(environment);
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

function addressSetting({ SITE_URL }: Environment): void {
  if (!SITE_URL) return;
  const address = URL.parse(SITE_URL);
  const isOrigin = address?.protocol === 'https:' || address?.protocol === 'http:';
  if (isOrigin && address.pathname === '/' && !address.search && !address.hash) return;
  const path = isOrigin && address.pathname !== '/' ? address.pathname : undefined;
  throw new Error(
    path === undefined
      ? `SITE_URL เป็น “${SITE_URL}” ต้องเป็นที่อยู่เว็บแบบเต็ม เช่น https://office.go.th`
      : `SITE_URL เป็น “${SITE_URL}” ใส่เพียงชื่อเว็บ เช่น ${address?.origin ?? ''} ส่วน ${path} ให้ใส่ใน BASE_PATH`,
  );
}

function pathSetting({ BASE_PATH }: Environment): void {
  if (!BASE_PATH || /^\/?[A-Za-z0-9._~-]+(?:\/[A-Za-z0-9._~-]+)*\/?$|^\/$/.test(BASE_PATH)) return;
  throw new Error(
    `BASE_PATH เป็น “${BASE_PATH}” ใช้ได้เฉพาะชื่อโฟลเดอร์ใต้เว็บ เขียนด้วยตัวอักษรอังกฤษ ตัวเลข และขีด เช่น /khumue`,
  );
}
