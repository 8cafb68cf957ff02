// npm run dev: content check, then Astro's development server, which rebuilds a page when it is saved.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { settingsAreRight } from './settings.ts';
import { namesForBuild } from './without-names.ts';

const root = path.resolve(import.meta.dirname, '../..');
const check = path.join(import.meta.dirname, 'check.ts');

if (!settingsAreRight(process.env)) process.exit(1);

// A problem is told but does not stop the server: most are mended while the page is open.
if (existsSync(check)) {
  const checked = spawnSync(process.execPath, [check], { cwd: root, stdio: 'inherit' });
  if (checked.status !== 0) {
    console.error('เนื้อหายังมีปัญหาตามรายการด้านบน เปิดหน้าตัวอย่างให้แก้ไปพร้อมกัน');
  }
}

const args = [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'dev'];
if (process.env.PORT) args.push('--port', process.env.PORT);
// Without names the pages are read from a copy: changes of the content show after a new start.
const names = namesForBuild(path.join(root, '.build/dev/office'), root);
const server = spawn(process.execPath, args, {
  cwd: root,
  env: { ...process.env, ...names.environment, ASTRO_TELEMETRY_DISABLED: '1' },
  stdio: 'inherit',
});
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    isStopped = true;
    server.kill(signal);
  });
}
// Without a code a signal ended it: ours, or one that nobody here sent.
server.on('exit', (code) => {
  process.exit(code ?? (isStopped ? 0 : 1));
});
