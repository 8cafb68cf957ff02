// `npm run import` as an author runs it: what it writes, what it refuses, and that nothing is half-written.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { writeDraft } from '../../../src/import/write-draft.ts';
import { snapshot } from './snapshot.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'khumue-import-'));
const office = join(folder, 'office');
const manual = join(folder, 'leave-forms.md');
const TEXT = '# คู่มือการลา\n\n# งานลา\n\n## ขั้นตอนการปฏิบัติงาน\n\n๑. รับใบลา\n๒. เสนอผู้อำนวยการ\n';

after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(office, { recursive: true, force: true });
  cpSync(join(ROOT, 'tests/fixtures/problems/base'), office, { recursive: true });
  writeFileSync(manual, TEXT);
});

function run(
  command: 'import' | 'check',
  ...args: string[]
): { status: number | null; out: string } {
  const done = spawnSync(process.execPath, [join(ROOT, `src/commands/${command}.ts`), ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, KHUMUE_OFFICE: office },
  });
  return { status: done.status, out: done.stdout + done.stderr };
}

test('a manual becomes a draft that the checks accept, its source kept byte for byte', () => {
  const notes = readFileSync(join(office, 'seeds/omissions.yaml'), 'utf8');
  const { status, out } = run('import', manual, '--office', 'sample-office');
  assert.equal(status, 0, out);
  assert.match(out, /เขียนร่างแล้วที่ .*manuals\/leave-forms/);
  assert.equal(readFileSync(join(office, 'seeds/leave-forms.txt'), 'utf8'), TEXT);
  assert.ok(readFileSync(join(office, 'seeds/omissions.yaml'), 'utf8').startsWith(notes));
  assert.match(
    readFileSync(join(office, 'seeds/leave-forms.import.md'), 'utf8'),
    /^- \[ \] .*leave-forms\.txt/m,
  );
  const checked = run('check');
  assert.equal(checked.status, 0, checked.out);
});

test('a second import of the same manual is refused and changes nothing', () => {
  assert.equal(run('import', manual).status, 0);
  const before = snapshot(office);
  const { status, out } = run('import', manual);
  assert.equal(status, 1);
  assert.match(out, /มีคู่มือ leave-forms แล้ว ใช้ชื่ออื่น/);
  const other = run('import', manual, '--seed', 'other');
  assert.equal(other.status, 1);
  assert.match(other.out, /อยู่แล้ว ไม่เขียนทับ/);
  assert.deepEqual(snapshot(office), before);
});

test('wrong arguments and files that cannot be read are said in Thai, and nothing is written', () => {
  writeFileSync(join(folder, 'broken.docx'), 'no word file');
  const before = snapshot(office);
  const refused: [string[], RegExp][] = [
    [[], /วิธีใช้: npm run import/],
    [['--what'], /ไม่รู้จักตัวเลือก/],
    [[join(folder, 'nothing.txt')], /ไม่พบแฟ้ม/],
    [[folder], /เป็นโฟลเดอร์/],
    [[join(folder, 'broken.docx')], /broken\.docx: อ่านแฟ้ม Word/],
    [[manual, '--id', 'ชื่อ'], /--id ชื่อ ใช้ไม่ได้/],
    [[manual, '--seed', '../x'], /--seed/],
    [[manual, '--office', 'nowhere'], /ไม่มีหน่วยงาน nowhere/],
  ];
  for (const [args, message] of refused) {
    const { status, out } = run('import', ...args);
    assert.deepEqual([args, status], [args, 1], out);
    assert.match(out, message);
  }
  assert.deepEqual(snapshot(office), before);
});

test('notes that are no list are left alone, and so is everything else', () => {
  writeFileSync(join(office, 'seeds/omissions.yaml'), 'a: b: c\n');
  const before = snapshot(office);
  const { status, out } = run('import', manual);
  assert.equal(status, 1);
  assert.match(out, /omissions\.yaml/);
  assert.deepEqual(snapshot(office), before);
});

test('notes that are not UTF-8 are left alone: written anew, their Thai would be lost', () => {
  const notes = join(office, 'seeds/omissions.yaml');
  // ทดสอบ in Windows-874, as an old editor keeps it.
  const old = Buffer.from([...Buffer.from('\n# '), 0xb7, 0xb4, 0xca, 0xcd, 0xba, 0x0a]);
  writeFileSync(notes, Buffer.concat([readFileSync(notes), old]));
  const before = snapshot(office);
  const { status, out } = run('import', manual);
  assert.equal(status, 1);
  assert.match(out, /omissions\.yaml/);
  assert.deepEqual(snapshot(office), before);
});

test('imported again after its draft was thrown away, a manual doubles no note', () => {
  const notes = join(office, 'seeds/omissions.yaml');
  const before = readFileSync(notes, 'utf8');
  assert.equal(run('import', manual).status, 0);
  const once = readFileSync(notes, 'utf8');
  assert.notEqual(once, before);
  rmSync(join(office, 'content/manuals/leave-forms'), { recursive: true });
  for (const name of ['leave-forms.txt', 'leave-forms.import.md'])
    rmSync(join(office, 'seeds', name));
  const { status, out } = run('import', manual);
  assert.equal(status, 0, out);
  assert.equal(readFileSync(notes, 'utf8'), once);
});

test('where writing fails in the middle, what was written is taken back', () => {
  const at = join(folder, 'half');
  mkdirSync(at);
  writeFileSync(join(at, 'notes.yaml'), '- a: 1\n');
  writeFileSync(join(at, 'file'), '');
  const before = snapshot(at);
  assert.throws(() =>
    writeDraft(
      [
        { path: join(at, 'new/one.txt'), content: 'x' },
        { path: join(at, 'file/below.txt'), content: 'y' },
      ],
      [{ path: join(at, 'notes.yaml'), before: '- a: 1\n', after: '- a: 1\n- b: 2\n' }],
    ),
  );
  assert.deepEqual(snapshot(at), before);
  assert.ok(!existsSync(join(at, 'new')));
});
