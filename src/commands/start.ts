// npm start: build -> dist/ (or KHUMUE_OUT) -> served at http://localhost:PORT/. --no-build only serves.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PortTaken, serve } from './serve.ts';

const DEFAULT_PORT = 4321;
const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(root, process.env.KHUMUE_OUT || 'dist');

const port = Number(process.env.PORT || DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(`PORT ต้องเป็นเลข 0 ถึง 65535 แต่พบว่าเป็น ${process.env.PORT ?? ''}`);
}

if (process.argv.includes('--no-build')) {
  if (!existsSync(folder)) fail('ยังไม่มีเว็บไซต์ให้เปิด โปรดสั่ง npm run build ก่อน');
} else {
  const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (build.status !== 0) process.exit(1);
}

try {
  const { BASE_PATH: base = '/', HOST: host } = process.env;
  const site = await serve(folder, { port, base, host });
  console.log(`เปิดดูเว็บไซต์ได้ที่ ${site.url} (กด Ctrl+C เพื่อหยุด)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void site.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof PortTaken)) throw error;
  fail(`${error.message} โปรดปิดโปรแกรมนั้น หรือใช้พอร์ตอื่น เช่น PORT=${String(port + 1)} npm start`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
