// npm run form: the form, built anew, at http://localhost:PORT/ on this machine: a browser lets only such a page, or one over https, open folders.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PortTaken, serve } from './serve.ts';

const DEFAULT_PORT = 4322;
const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(root, process.env.KHUMUE_FORM || 'dist-form');
const port = Number(process.env.PORT || DEFAULT_PORT);

const build = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build-form.ts')], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (build.status !== 0) process.exit(1);
try {
  const site = await serve(folder, { port });
  console.log(`เปิดฟอร์มได้ที่ ${site.url} ด้วย Chrome หรือ Edge (กด Ctrl+C เพื่อหยุด)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void site.close().then(() => process.exit(0));
    });
} catch (error) {
  if (!(error instanceof PortTaken)) throw error;
  console.error(
    `${error.message} โปรดปิดโปรแกรมนั้น หรือใช้พอร์ตอื่น เช่น PORT=${String(port + 1)} npm run form`,
  );
  process.exit(1);
}
