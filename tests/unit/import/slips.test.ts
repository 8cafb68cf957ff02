// Proposals for corrections, held against those that people made.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { findSlips, type Proposal } from '../../../src/import/slips.ts';
import { EXAMPLE_PDF } from '../../../src/components/author-guide.ts';
import { Corrections, type Correction } from '../../../src/source/seed-notes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const slipsIn = (text: string, others: string): string[] =>
  findSlips(text, [text, others]).map(({ printed, read }) => `${printed} → ${read}`);

test('marks that slid, words printed twice and marks that were lost are proposed', () => {
  const usual = `${'แจ้งผู้เกี่ยวข้องทราบ เสนอข้อมูลการดำเนินงาน\n'.repeat(3)}ประสิทธิภาพและประสิทธิผล\n`;
  assert.deepEqual(slipsIn('สาํ นกั งานเขต', usual), ['สาํ นกั งาน → สำนักงาน']);
  assert.deepEqual(slipsIn('ประสิทธิภาพ และ ประสิทธิภาพ', usual), [
    'ประสิทธิภาพ และ ประสิทธิภาพ → ประสิทธิภาพ และ ประสิทธิผล',
  ]);
  assert.deepEqual(slipsIn('เสนอขอมูลการดำเนินงาน', usual), ['ขอมูล → ข้อมูล']);
});

test('what stands elsewhere as it stands here is left alone', () => {
  const usual = 'แจ้งผู้เกี่ยวข้องทราบ เสนอข้อมูลการดำเนินงาน ขอความเห็นชอบ\n'.repeat(4);
  assert.deepEqual(slipsIn('แจ้งผู้เกี่ยวข้องทราบ ขอความเห็นชอบ', usual), []);
});

test('what two sources print, each for itself, is not proposed for words that none prints', () => {
  const page = `${'ประชุม ร่วม ทั้ง สรุป\n'.repeat(8)}ประชุมรวมทั้งสรุป`;
  const read = (texts: string[]): string[] => findSlips(page, texts).map(({ printed }) => printed);
  assert.deepEqual(read([page]), ['ประชุมรวม']);
  assert.deepEqual(read([page, 'จัดประชุมรวมทั้งหน่วยงาน รวม คะแนน รวม เวลา รวม เงิน']), []);
});

test('a number that does not count on and a heading that is an item’s end are proposed', () => {
  const head = '# งาน\n\n## ขั้นตอนการปฏิบัติงาน\n\n';
  const structure = (text: string): string[] =>
    findSlips(text, [text]).flatMap(({ kind, line, printed, read }) =>
      kind === 'word' ? [] : [`${kind} ${String(line)}: ${printed} → ${read}`],
    );
  assert.deepEqual(structure(`${head}1. ศึกษา\n1. วิเคราะห์\n`), ['number 6: 1. → 2.']);
  assert.deepEqual(structure(`${head}1. วิเคราะห์การ\n\n### ศึกษา\n\n2. รายงาน\n`), [
    'join 7: ### ศึกษา → ศึกษา',
  ]);
});

/** How much people found of what is proposed, and how much of it is proposed. The figures are printed; the floor is what they are. */
test('recall and precision against the corrections of the five sources', (t) => {
  const office = readOffice(officeFolders({}), ROOT);
  const { corrections } = checkContent(office);
  const texts = office.seeds.map(({ text }) => text);
  const hit = new Set<Correction>();
  let proposed = 0;
  let right = 0;
  let sameReading = 0;
  for (const { id, text } of office.seeds) {
    const lines = text.split(/\r?\n/);
    for (const proposal of findSlips(text, texts)) {
      proposed++;
      const line = lines[proposal.line - 1] ?? '';
      const met = corrections.filter(
        (note) => note.seed === id && note.line === proposal.line && meet(note, proposal, line),
      );
      met.forEach((note) => hit.add(note));
      if (met.length > 0) right++;
      if (
        met.some((note) =>
          readsAs(line, note).includes(readsAs(line, proposal).slice(...near(line, proposal))),
        )
      )
        sameReading++;
    }
  }
  const words = corrections.filter(({ kind }) => kind === 'word');
  const share = (part: number, whole: number): string =>
    `${String(part)} of ${String(whole)} (${((100 * part) / whole).toFixed(0)} %)`;
  t.diagnostic(
    `recall: ${share(hit.size, corrections.length)}; of words ${share([...hit].filter(({ kind }) => kind === 'word').length, words.length)}`,
  );
  t.diagnostic(
    `precision: ${share(right, proposed)} of the places; with the reading that people chose: ${share(sameReading, proposed)}`,
  );
  assert.ok(hit.size >= 0.4 * corrections.length);
  assert.ok(right >= 0.6 * proposed);
});

const place = (
  { printed, occurrence = 1 }: Pick<Proposal, 'printed' | 'occurrence'>,
  line: string,
): number => {
  let at = line.indexOf(printed);
  for (let i = 1; i < occurrence; i++) at = line.indexOf(printed, at + 1);
  return at;
};
const meet = (a: Correction, b: Proposal, line: string): boolean =>
  place(a, line) < place(b, line) + b.printed.length &&
  place(b, line) < place(a, line) + a.printed.length;
const readsAs = (line: string, note: Pick<Proposal, 'printed' | 'read' | 'occurrence'>): string => {
  const at = place(note, line);
  return line.slice(0, at) + note.read + line.slice(at + note.printed.length);
};
const near = (line: string, note: Proposal): [number, number] => {
  const at = place(note, line);
  return [Math.max(0, at - 4), at + note.read.length + 4];
};

test('npm run slips prints entries that fit into corrections.yaml, and none that stand there', () => {
  const run = (...args: string[]): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [join(ROOT, 'src/commands/slips.ts'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, KHUMUE_OFFICE: '' },
    });
  const done = run('uttaradit-2-policy-planning');
  assert.equal(done.status, 0);
  const entries = Corrections.parse(parse(String(done.stdout)) ?? []);
  assert.ok(entries.every(({ seed, line }) => seed === '002_d3469d95e422f8c8' && line !== 94));
  const unknown = run('nothing');
  assert.deepEqual([unknown.status, String(unknown.stdout)], [1, '']);
  assert.match(String(unknown.stderr), /ไม่มีคู่มือ nothing ใช้ได้: .*loei-1-education-promotion/);
});

test('an office of one page learns from the project’s own sources: the guide’s example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'khumue-slips-'));
  try {
    const run = (command: string, ...args: string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [join(ROOT, `src/commands/${command}.ts`), ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, KHUMUE_OFFICE: folder },
      });
    assert.equal(run('import', EXAMPLE_PDF, '--id', 'borrowing').status, 0);
    const done = run('slips', 'borrowing');
    assert.equal(done.status, 0, String(done.stderr));
    const read = Corrections.parse(parse(String(done.stdout)) ?? []).map((slip) => slip.read);
    assert.ok(read.some((words) => words.includes('นี้')));
    assert.ok(read.some((words) => words.includes('ตรวจ')));
    assert.ok(read.length <= 4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
