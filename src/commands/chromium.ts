// npm test: this machine -> the path of a Chromium or Chrome that starts, installed when there is none.
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { attempt } from './attempt.ts';

/** The shell is the same browser without its windows: the site tests take half the time in it. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];
const NAMES = [
  ...DEBIAN_PACKAGES,
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** A browser that is already here, without asking the network; what config files can call. */
export function findChromium(tried: string[] = []): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    tried.push(`CHROMIUM_PATH=${named}: เปิดไม่ได้`);
  }
  const found = [...installedPaths(), chromium.executablePath()].find(starts);
  if (!found) tried.push('Chromium หรือ Chrome ในเครื่อง: ไม่พบ');
  return found;
}

/** Looks, then installs: Playwright's own build, then Debian's packages. */
export async function ensureChromium(): Promise<string> {
  const tried: string[] = [];
  const here = findChromium(tried);
  if (here) return here;

  console.log('ไม่พบเบราว์เซอร์สำหรับทดสอบ กำลังติดตั้ง');
  const root = path.resolve(import.meta.dirname, '../..');
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js');
  const attempts: [string, string, string[]][] = [
    ['playwright install chromium', process.execPath, [cli, 'install', '--no-shell', 'chromium']],
  ];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    attempts.push(['apt-get update', 'apt-get', ['update']]);
    for (const name of DEBIAN_PACKAGES)
      attempts.push([`apt-get install ${name}`, 'apt-get', ['install', '-y', name]]);
  } else {
    tried.push('apt-get install chromium: ต้องเป็น root บน Debian หรือ Ubuntu');
  }
  for (const [name, command, args] of attempts) {
    const failure = await attempt(command, args);
    if (failure) tried.push(`${name}: ${failure}`);
    const installed = findChromium();
    if (installed) return installed;
    if (!failure && name !== 'apt-get update') tried.push(`${name}: ติดตั้งแล้วแต่เปิดไม่ได้`);
  }
  throw new Error(
    [
      'ไม่มีเบราว์เซอร์สำหรับทดสอบ และติดตั้งไม่สำเร็จ ได้ลองแล้วดังนี้',
      ...tried.map((line) => `  - ${line}`),
      'โปรดติดตั้ง Chromium หรือ Chrome แล้วระบุที่อยู่ใน CHROMIUM_PATH',
    ].join('\n'),
  );
}

function installedPaths(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['/Applications', path.join(process.env.HOME ?? '/', 'Applications')];
    return apps.flatMap((folder) => [
      `${folder}/Chromium.app/Contents/MacOS/Chromium`,
      `${folder}/Google Chrome.app/Contents/MacOS/Google Chrome`,
    ]);
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env;
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA];
    return folders.flatMap((folder) =>
      folder
        ? [
            path.join(folder, 'Google/Chrome/Application/chrome.exe'),
            path.join(folder, 'Chromium/Application/chrome.exe'),
          ]
        : [],
    );
  }
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin'];
  return NAMES.flatMap((name) =>
    folders.filter((folder) => folder !== '').map((folder) => path.join(folder, name)),
  );
}

function starts(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    return false;
  }
  // Ubuntu's chromium-browser is a stub that only asks for snap. On Windows --version opens a window.
  if (process.platform === 'win32') return true;
  return spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
