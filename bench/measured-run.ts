// Bench: a command → what it cost with all of its processes: CPU seconds, the largest one's memory; and what it printed.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface Cost {
  /** CPU seconds, user and system, of all processes. */
  readonly cpu: number;
  /** The most memory that one of its processes had, in MB; 0 where the system does not tell. */
  readonly peak: number;
  readonly printed: string;
}

/** @throws Error with the end of what it printed, where it fails */
export function measuredRun(
  cwd: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Cost> {
  // The shell tells what all of its children used.
  const child = spawn(
    'bash',
    ['-c', 'TIMEFORMAT="cpu %U %S"; time "$0" "$@"', process.execPath, ...args],
    { cwd, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => pieces.push(piece));
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, largestBelow(child.pid ?? 0));
  }, 250);
  return new Promise((resolve, reject) => {
    child.on('close', (code) => {
      clearInterval(look);
      const printed = Buffer.concat(pieces).toString();
      const [, user, system] = /^cpu ([\d.]+) ([\d.]+)$/m.exec(printed) ?? [];
      if (code === 0) resolve({ cpu: Number(user) + Number(system), peak, printed });
      else reject(new Error(printed.slice(-2000)));
    });
  });
}

/** MB of the largest process among a process's descendants, by Linux' own book-keeping. */
function largestBelow(pid: number): number {
  try {
    const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    const below = children.trim().split(' ').filter(Boolean).map(Number);
    const own = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return Math.max(Number(own ?? 0) / 1024, ...below.map(largestBelow)) | 0;
  } catch {
    return 0;
  }
}

export function bytesBelow(where: string): number {
  return readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
