// Before start, dev, build, check and test: package-lock.json -> node_modules, only when they differ.
// Plain JavaScript for Node 20: nothing is installed yet when this runs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.khumue-installed');
const OLDEST_NODE = [22, 18];

// The platform counts: a node_modules that came from another machine holds the wrong binaries.
const wanted = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .update(`${process.platform}-${process.arch}`)
  .digest('hex');

if (!isFresh()) install();
if (!hasNode()) linkNode();
if (!hasNode()) requireNode();

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === wanted;
}

function install() {
  // Windows cannot replace a program that is running, and node_modules/.bin/node runs this file.
  if (process.platform === 'win32' && process.execPath.startsWith(modules)) {
    fail('แพ็กเกจเปลี่ยนไปจากที่ติดตั้งไว้ โปรดลบโฟลเดอร์ node_modules แล้วสั่งงานเดิมอีกครั้ง');
  }
  console.log('กำลังติดตั้งแพ็กเกจที่ต้องใช้ ครั้งแรกอาจใช้เวลาหนึ่งถึงสองนาที');
  rmSync(stamp, { force: true });

  // On an old Node npm warns of dozens of engines; the Node that they run on comes with them.
  const done = npm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
  if (done.error || done.status !== 0) {
    const reason = done.error
      ? done.error.message
      : `npm ci จบด้วยรหัส ${done.status ?? done.signal}`;
    fail(
      `ติดตั้งแพ็กเกจไม่สำเร็จ (${reason})\n` +
        'ข้อความของ npm ด้านบนบอกสาเหตุ ที่พบบ่อยคือต่ออินเทอร์เน็ตไม่ได้หรือพื้นที่ดิสก์เต็ม แก้แล้วสั่งงานเดิมอีกครั้ง',
    );
  }
  writeFileSync(stamp, `${wanted}\n`);
}

// The npm that is running calls itself again, on the Node that it runs on: the one in node_modules
// is about to be removed.
function npm(args) {
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  return cli && /npm-cli\.c?js$/.test(cli)
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function hasNode() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  return existsSync(path.join(modules, '.bin', name));
}

// npm 9, 10 and 11.0 remove the link again together with the packages of the other platforms.
function linkNode() {
  const { optionalDependencies } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const installed = Object.keys(optionalDependencies).find((name) =>
    existsSync(path.join(modules, name, 'bin')),
  );
  if (installed) npm(['rebuild', installed]);
}

// Where no Node package fits the machine, the machine's own Node has to be new enough.
function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(
    `ต้องใช้ Node.js ${OLDEST_NODE.join('.')} ขึ้นไป แต่เครื่องนี้มี ${process.versions.node} ` +
      `และไม่มีแพ็กเกจ Node.js สำหรับ ${process.platform}-${process.arch} โปรดติดตั้ง Node.js 24`,
  );
}

/** @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}
