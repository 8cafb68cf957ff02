// `npm run new` as an author runs it: what it writes, what it refuses, and that nothing is half-written.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { readOffice } from '../../../src/authoring/read-office.ts';
import { makeNew } from '../../../src/commands/make-new.ts';
import { WrongAnswer } from '../../../src/import/answers.ts';
import { DraftRefused } from '../../../src/import/write-draft.ts';
import { snapshot } from './snapshot.ts';

const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'khumue-new-'));
const office = join(folder, 'office');
const sample = join(office, 'content/manuals/sample-manual');

after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(office, { recursive: true, force: true });
  cpSync(join(ROOT, 'tests/fixtures/problems/base'), office, { recursive: true });
});

const folders = { content: join(office, 'content'), seeds: join(office, 'seeds') };
const make = (...words: string[]): Promise<string> => makeNew(words, folders);
const check = (): readonly string[] =>
  checkContent(readOffice(folders)).problems.map(formatProblem);

test('in an empty folder a manual, a procedure, a person and an order come about, and the checks accept them', async () => {
  rmSync(office, { recursive: true });
  const made = [
    ['manual', '--title=คู่มือการลา', '--id=leave', '--office=leave-office', '--office-name=สำนักงานการลา', '--office-short=สนล.', '--office-kind=area'],
    ['procedure', '--manual=leave', '--title=๑. การลาป่วย', '--audience=เจ้าหน้าที่', '--step=1) เขียนใบลา', '--step=2) เสนอ: "ด่วน" # [1]', '--append'],
    ['person', '--name=นายสมาน เก่งดี', '--id=saman'],
    ['order', '--manual=leave', '--number=๕/๒๕๖๘', '--date=๒๘ กุมภาพันธ์ ๒๕๖๘', '--subject=มอบหน้าที่', '--person=saman', '--post=ครู', '--duty=รับใบลา', '--append'],
  ]; // prettier-ignore
  for (const words of made) await make(...words);
  assert.deepEqual(check(), []);
  assert.equal(
    readFileSync(join(office, 'seeds/leave.txt'), 'utf8'),
    'คู่มือการลา\n\n๑. การลาป่วย\n1) เขียนใบลา\n2) เสนอ: "ด่วน" # [1]\n\nคำสั่งสำนักงานการลา\nที่ ๕/๒๕๖๘\nเรื่อง มอบหน้าที่\nสั่ง ณ วันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘\nนายสมาน เก่งดี ครู\n๑. รับใบลา\n',
  );
});

test('a procedure whose words stand in the source goes to its place in the chapter that holds it, all else byte for byte', async () => {
  const chapter = join(sample, 'sections/requests.mdx');
  const listed = readFileSync(chapter, 'utf8');
  const seed = join(office, 'seeds/sample_seed.txt');
  writeFileSync(
    seed,
    readFileSync(seed, 'utf8').replace(
      'ผังการปฏิบัติงาน\n',
      'การคืนคำร้อง\n1. ค้นคำร้อง\n2. คืนคำร้อง\nผังการปฏิบัติงาน\n',
    ),
  );
  const before = snapshot(office);
  const out = await make(
    'procedure', '--manual=sample-manual', '--id=return-request', '--title=การคืนคำร้อง',
    '--audience=public', '--step=1. ค้นคำร้อง', '--step=2. คืนคำร้อง', '--append',
  ); // prettier-ignore
  assert.match(out, /ต่อจาก receive-request/);
  assert.deepEqual(check(), []);
  const now = snapshot(office);
  assert.equal(
    readFileSync(chapter, 'utf8'),
    listed.replace('  - receive-request\n', '  - receive-request\n  - return-request\n'),
  );
  for (const path of Object.keys(before))
    if (path !== chapter) assert.equal(now[path], before[path]);
});

test('words that the source does not hold are said, with what is left to do; the source stays as it came', async () => {
  const before = readFileSync(join(office, 'seeds/sample_seed.txt'));
  const out = await make(
    'procedure', '--manual=sample-manual', '--title=งานที่ไม่มี', '--audience=both', '--step=ทำ', '--after=cover',
  ); // prettier-ignore
  assert.match(out, /ยังต้องเติมหรือแก้/);
  assert.match(out, /ข้อความไม่ตรงกับต้นฉบับ — พบว่า/);
  assert.match(
    readFileSync(join(sample, 'manual.mdx'), 'utf8'),
    /- cover\n {2}- [a-z][a-z0-9]{4}\n {2}- preface\n/,
  );
  assert.deepEqual(readFileSync(join(office, 'seeds/sample_seed.txt')), before);
});

test('with nobody to ask, every option that is missing is named, and the exit code says so', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'src/commands/new.ts'), 'procedure'],
    { encoding: 'utf8', env: { ...process.env, KHUMUE_OFFICE: office } },
  );
  assert.equal(status, 1);
  assert.deepEqual(
    [...stderr.matchAll(/^ขาด --([a-z-]+)=/gm)].map(([, option]) => option),
    ['manual', 'title', 'audience', 'step'],
  );
});

test('what cannot be taken is said in Thai, and nothing is written', async () => {
  const procedure = ['procedure', '--manual=sample-manual', '--audience=staff'];
  const refused: [string[], RegExp][] = [
    [[], /วิธีใช้: npm run new/],
    [['office'], /วิธีใช้: npm run new/],
    [['person', '--nmae=x'], /อ่านตัวเลือกที่ใส่มาไม่ได้.*\n.*npm run new -- person/],
    [['person', '--name=นางสาวมะลิ ใจงาน'], /มะลิ ใจงาน มีแล้วที่ people\/mali\.yaml/],
    [['person', '--name=มะลิ'], /อ่านเป็นชื่อไม่ได้/],
    [
      ['manual', '--title=ก', '--office=sample-office', '--id=../../x'],
      /--id “\.\.\/\.\.\/x” ใช้ไม่ได้/,
    ],
    [['manual', '--title=ก', '--office=sample-office', '--id=mali'], /mali มีผู้ใช้แล้ว/],
    [
      ['manual', '--title=ก', '--office=sample-office', '--office-name=ข'],
      /--office-name ใช้กับคำตอบอื่น/,
    ],
    [[...procedure, '--title=ก\u202Eข', '--step=ค'], /ยังไม่ได้เขียนอะไร\n.*อักขระที่มองไม่เห็น/],
    [[...procedure, '--title=ก\u0007', '--step=ค'], /--title มีอักขระที่อ่านไม่ได้/],
    [[...procedure, '--title= ', '--step=\u200B'], /--title ว่างอยู่.*\n--step ว่างอยู่/],
    [['order', '--manual=nowhere'], /--manual ไม่มีคู่มือ “nowhere” ใช้ได้: sample-manual/],
    [['order', '--manual=sample-manual', '--date=31 มิถุนายน 2568'], /อ่านเป็นวันที่ไม่ได้/],
  ];
  const before = snapshot(office);
  for (const [words, message] of refused)
    await assert.rejects(make(...words), (error) => {
      assert.ok(error instanceof WrongAnswer || error instanceof DraftRefused, String(error));
      assert.match(error.message, message);
      return true;
    });
  assert.deepEqual(snapshot(office), before);
  assert.ok(!existsSync(join(folder, 'x')));
});
