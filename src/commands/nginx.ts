// npm test: this machine -> the path of an nginx, installed where there is none and that is possible.
import { spawnSync } from 'node:child_process';
import { attempt } from './attempt.ts';

const PLACES = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'];

export type Nginx = { readonly path: string } | { readonly missing: string };

/** Debian's package as root; elsewhere only one that is here already. */
export async function ensureNginx(): Promise<Nginx> {
  const here = find();
  if (here) return { path: here };
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return { missing: 'ไม่มี nginx ในเครื่อง และติดตั้งเองไม่ได้ ต้องเป็น root บน Debian หรือ Ubuntu' };
  const reasons: string[] = [];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'nginx-light']]) {
    const failure = await attempt('apt-get', args);
    if (failure) reasons.push(`apt-get ${args.join(' ')}: ${failure}`);
  }
  const installed = find();
  return installed ? { path: installed } : { missing: `ติดตั้ง nginx ไม่สำเร็จ: ${reasons.join('; ')}` };
}

function find(): string | undefined {
  return PLACES.find((place) => spawnSync(place, ['-v'], { stdio: 'ignore' }).status === 0);
}
