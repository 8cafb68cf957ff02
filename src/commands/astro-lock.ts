// npm run build, and tests: the project's folder -> a turn at running Astro in it.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Its process is asked first; but after a crash of the machine another may have the number. */
const LIFE_MS = 60 * 60_000;

/**
 * One Astro at a time: whatever the output, it writes its module lists to the same `.astro/`, which
 * has no setting, and a second site's content would land in the first one's pages.
 */
export async function astroLock(root: string): Promise<() => void> {
  const file = path.join(root, '.build', 'lock');
  mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; ;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => {
        rmSync(file, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) console.log('มีการสร้างเว็บไซต์อื่นอยู่ กำลังรอให้เสร็จก่อน');
    told = true;
    await pause(200);
  }
}

function isAbandoned(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > LIFE_MS) return true;
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner > 0) process.kill(owner, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
