// npm test [--full] [static|unit|site] [more arguments]: every stage in turn -> `N passed, N failed`, exit code.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from './chromium.ts';

interface Count {
  passed: number;
  failed: number;
}

const PARTS = ['static', 'unit', 'site'] as const;
const root = path.resolve(import.meta.dirname, '../..');
const reports = path.join(root, '.build/tests');
const total: Count = { passed: 0, failed: 0 };

// Each test file and each build is a process of its own: what Node makes of a module is kept for the next.
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache/node');

const words = process.argv.slice(2);
// What is tried on a sample of the pages is tried on each.
const isFull = words[0] === '--full';
const [part, ...more] = isFull ? words.slice(1) : words;
if (part !== undefined && !PARTS.some((known) => known === part)) {
  console.error(`ไม่รู้จักส่วน ${part} ใช้ได้: ${PARTS.join(', ')} หรือไม่ระบุเพื่อทดสอบทุกส่วน`);
  process.exit(1);
}
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

// Side by side: for most of their time each takes one core.
await Promise.all([wants('static') && rules(), wants('unit') && unit()]);
if (wants('site')) await site();

process.exitCode = total.failed === 0 ? 0 : 1;
// A stage may have left its last line open; the count stands alone on its own.
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);

function wants(name: (typeof PARTS)[number]): boolean {
  return part === undefined || part === name;
}

async function rules(): Promise<void> {
  await stage('จัดรูปแบบไฟล์ (prettier)', [bin('prettier/bin/prettier.cjs'), '--check', '.']);
  // First writes the types of astro:content, which the other two read.
  await stage('ชนิดข้อมูลในหน้าเว็บ (astro check)', [bin('astro/bin/astro.mjs'), 'check']);
  await stage('กฎของโค้ด (eslint)', [bin('eslint/bin/eslint.js'), '.']);
  await stage('ชนิดข้อมูลในโค้ด (tsc)', [bin('typescript/bin/tsc'), '--noEmit']);
  await stage('ชนิดข้อมูลในโค้ดออฟไลน์ (tsc)', [
    bin('typescript/bin/tsc'),
    '--noEmit',
    '-p',
    'src/offline/worker',
  ]);
}

async function unit(): Promise<void> {
  const report = path.join(reports, 'unit.tap');
  const { ok, printed } = await run([
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...(part === 'unit' ? more : []),
    'tests/unit/**/*.test.ts',
  ]);
  heading('หน่วยย่อย (node --test)');
  process.stdout.write(printed);
  add('unit', readTap(report), ok);
}

async function site(): Promise<void> {
  if (!(await stage('สร้างเว็บไซต์ (build)', [path.join(import.meta.dirname, 'build.mjs')]))) {
    console.error('ข้ามการทดสอบในเบราว์เซอร์ เพราะสร้างเว็บไซต์ไม่สำเร็จ');
    total.failed += 1;
    return;
  }
  heading('เว็บไซต์ในเบราว์เซอร์ (playwright)');
  let browser: string;
  try {
    browser = await ensureChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    total.failed += 1;
    return;
  }
  const report = path.join(reports, 'site.json');
  const args = [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'];
  const { ok } = await run(
    [...args, ...(part === 'site' ? more : [])],
    {
      CHROMIUM_PATH: browser,
      ...(isFull ? { KHUMUE_TEST_FULL: '1' } : {}),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
    'inherit',
  );
  add('site', readPlaywright(report), ok);
}

/** What it printed comes in one piece, as another part may be running. */
async function stage(title: string, args: string[]): Promise<boolean> {
  const { ok, printed } = await run(args);
  heading(title);
  process.stdout.write(printed);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

/** No test at all is a failure, and so is a runner that failed outside of its tests. */
function add(name: string, count: Count, ok: boolean): void {
  if (count.passed + count.failed === 0) console.error(`ไม่มีการทดสอบใดทำงานในส่วน ${name}`);
  const unseen = count.failed === 0 && (!ok || count.passed === 0);
  total.passed += count.passed;
  total.failed += count.failed + (unseen ? 1 : 0);
}

function readTap(file: string): Count {
  const text = read(file);
  const last = (name: string): number =>
    Number([...text.matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  return { passed: last('pass'), failed: last('fail') + last('cancelled') };
}

function readPlaywright(file: string): Count {
  const text = read(file);
  if (text === '') return { passed: 0, failed: 0 };
  const { stats, errors } = JSON.parse(text) as {
    stats: { expected: number; unexpected: number; flaky: number };
    errors: unknown[];
  };
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function run(
  args: string[],
  extra: NodeJS.ProcessEnv = {},
  output: 'pipe' | 'inherit' = 'pipe',
): Promise<{ ok: boolean; printed: string }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...extra },
    stdio: ['ignore', output, output],
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ ok: code === 0, printed: Buffer.concat(pieces).toString() });
    });
  });
}

function bin(file: string): string {
  return path.join(root, 'node_modules', file);
}

function heading(title: string): void {
  console.log(`\n── ${title}`);
}
