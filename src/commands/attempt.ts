// What installs a program for the tests: a command and its arguments → undefined when it went well, else the reason.
import { spawn } from 'node:child_process';

const SILENCE_MS = 30_000;

/** A download that says nothing for long is given up. */
export function attempt(command: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DEBIAN_FRONTEND: 'noninteractive',
        PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
      },
    });
    let lastError = '';
    const giveUp = (): void => {
      lastError = `ไม่มีความคืบหน้านาน ${String(SILENCE_MS / 1000)} วินาที`;
      child.kill();
    };
    let watch = setTimeout(giveUp, SILENCE_MS);
    const heard = (chunk: Buffer): void => {
      clearTimeout(watch);
      watch = setTimeout(giveUp, SILENCE_MS);
      process.stdout.write(chunk);
      lastError = /^(?:E: |Error: ).*$/m.exec(chunk.toString())?.[0] ?? lastError;
    };
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.on('error', (error) => {
      clearTimeout(watch);
      resolve(error.message);
    });
    child.on('close', (code) => {
      clearTimeout(watch);
      resolve(code === 0 ? undefined : lastError || `จบด้วยรหัส ${String(code)}`);
    });
  });
}
