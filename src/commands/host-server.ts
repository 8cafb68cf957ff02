// npm test: this machine -> the path of an nginx or an Apache, installed where there is none and that is possible.
import { spawnSync } from 'node:child_process';
import { attempt } from './attempt.ts';

const SERVERS = {
  nginx: {
    packages: ['nginx-light'],
    places: ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'],
  },
  // The server and the types it knows: the package `apache2` would start one on this machine.
  apache: { packages: ['apache2-bin', 'media-types'], places: ['apache2', '/usr/sbin/apache2'] },
} as const;

export type HostServer = keyof typeof SERVERS;

/** Debian's package as root; elsewhere only one that is here already. */
export async function ensureHostServer(
  server: HostServer,
): Promise<{ readonly path: string } | { readonly missing: string }> {
  const here = find(server);
  if (here) return { path: here };
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return {
      missing: `ไม่มี ${server} ในเครื่อง และติดตั้งเองไม่ได้ ต้องเป็น root บน Debian หรือ Ubuntu`,
    };
  const reasons: string[] = [];
  const install = ['install', '-y', '--no-install-recommends', ...SERVERS[server].packages];
  for (const args of [['update'], install]) {
    const failure = await attempt('apt-get', args);
    if (failure) reasons.push(`apt-get ${args.join(' ')}: ${failure}`);
  }
  const installed = find(server);
  return installed
    ? { path: installed }
    : { missing: `ติดตั้ง ${server} ไม่สำเร็จ: ${reasons.join('; ')}` };
}

function find(server: HostServer): string | undefined {
  return SERVERS[server].places.find(
    (place) => spawnSync(place, ['-v'], { stdio: 'ignore' }).status === 0,
  );
}
