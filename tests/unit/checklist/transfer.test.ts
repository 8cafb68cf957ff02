// Unit: runs out to a file and in again; damaged and foreign files refused; a table for spreadsheets.
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import * as actions from '../../../src/checklist/actions.ts';
import { runFileSchema } from '../../../src/checklist/json-schema.ts';
import { change } from '../../../src/checklist/run-change.ts';
import type { Run } from '../../../src/checklist/run.ts';
import { planImport, readFile, toCsv, toFile } from '../../../src/checklist/transfer.ts';
import { at, sampleRun, withDecisions } from './sample-run.ts';

function worked(): Run {
  const run = change(
    sampleRun(),
    { 'done.sa': at(1), 'skipped.sb2': 'ไม่มี', 'notes.sb': 'รอ\nตอบ', finished: at(3) },
    at(3),
  );
  return change(
    run,
    actions.moveOver(run, { rev: 'b'.repeat(64), items: withDecisions }, at(4)),
    at(4),
  );
}
const NOW = at(100);
const refusal = (text: string): string | undefined => {
  const read = readFile(text, NOW);
  return 'refused' in read ? read.refused : undefined;
};

test('what goes out comes in again unchanged', () => {
  const runs = [worked(), sampleRun(withDecisions, 'bbbbbbbbbb')];
  assert.deepEqual(readFile(toFile(runs, NOW), NOW), { runs });
  assert.deepEqual(readFile(`\uFEFF${toFile(runs, NOW)}`, NOW), { runs });
  assert.deepEqual(readFile(toFile([], NOW), NOW), { runs: [] });
});

test('an import says what it will do: new, joined by time, the same', () => {
  const other = sampleRun(withDecisions, 'bbbbbbbbbb');
  const here = [worked(), other];
  const elsewhere = change(worked(), { 'done.sc': at(9), 'notes.sb': 'ตอบแล้ว' }, at(9));
  const plans = planImport([elsewhere, other, sampleRun(undefined, 'cccccccccc')], here);
  assert.deepEqual(
    plans.map(({ run, kind, changes }) => [run.id, kind, changes]),
    [
      ['aaaaaaaaaa', 'joined', ['ขั้น 2 บันทึกเป็น “ตอบแล้ว”', 'ขั้น 3 ทำแล้ว']],
      ['bbbbbbbbbb', 'same', []],
      ['cccccccccc', 'new', []],
    ],
  );
  assert.deepEqual(plans[0]?.run, elsewhere);
});

test('an old file takes nothing back that was done since', () => {
  const old = worked();
  const here = change(old, { 'done.sa': undefined, 'done.sb1': at(9) }, at(9));
  assert.deepEqual(planImport([old], [here]), [{ run: here, kind: 'same', changes: [] }]);
});

test('a run that stands twice in a file is one', () => {
  const [a, b] = [
    change(sampleRun(), { 'done.sa': at(1) }, at(1)),
    change(sampleRun(), { 'done.sc': at(2) }, at(2)),
  ];
  const plans = planImport([a, b], []);
  assert.equal(plans.length, 1);
  assert.deepEqual(Object.keys(plans[0]?.run.done ?? {}), ['sa', 'sc']);
});

test('a foreign, empty, newer or broken file is refused with its reason', () => {
  assert.match(refusal('') ?? '', /ไฟล์ว่าง/);
  assert.match(refusal('ชื่อ,โรงเรียน\n') ?? '', /ไม่ใช่ไฟล์ JSON/);
  assert.match(refusal('{"a":1}') ?? '', /ไม่ใช่ไฟล์รอบงานของเว็บนี้/);
  assert.match(refusal('null') ?? '', /ไม่ใช่ไฟล์รอบงานของเว็บนี้/);
  assert.match(refusal(toFile([], NOW).replace('"version": 1', '"version": 2')) ?? '', /รุ่นใหม่กว่า/);
  assert.match(
    refusal(toFile([worked()], NOW).replace('"sc"', '"SC"')) ?? '',
    /runs\.0\.past\..+\.items\.5\.id/,
  );
  const twice = worked();
  const [first] = twice.snapshot.items;
  const doubled = { ...twice, snapshot: { ...twice.snapshot, items: [first, first] } } as Run;
  assert.match(refusal(toFile([doubled], NOW)) ?? '', /ขัดกันเอง/);
});

test('a clock set to the Buddhist year is fine, one set to the end of time is not', () => {
  assert.equal(
    refusal(toFile([change(sampleRun(), { label: 'ก' }, '2568-01-13T00:00:00.000Z')], NOW)),
    undefined,
  );
  const far = toFile([sampleRun()], NOW).replaceAll('2025-01-13', '8999-12-31');
  assert.match(refusal(far) ?? '', /อนาคต/);
});

test('600 damaged files: each is refused, or means the same runs as before or fewer', () => {
  const schema = z.fromJSONSchema(runFileSchema());
  const whole = toFile([worked(), sampleRun(withDecisions, 'bbbbbbbbbb')], NOW);
  const place = fc.nat({ max: whole.length - 1 });
  const damaged = fc.oneof(
    place.map((i) => whole.slice(0, i)),
    place.map((i) => whole.slice(i)),
    fc
      .tuple(place, fc.nat({ max: 40 }))
      .map(([i, n]) => whole.slice(0, i) + whole.slice(i + n + 1)),
    fc
      .tuple(place, fc.string({ minLength: 1, unit: 'binary' }))
      .map(([i, text]) => whole.slice(0, i) + text + whole.slice(i)),
    fc
      .tuple(place, fc.constantFrom('"', '{', '}', '[', ']', ':', ',', '0', 'null', '\u0000', 'ก'))
      .map(([i, c]) => whole.slice(0, i) + c + whole.slice(i + 1)),
    fc.tuple(place, place).map(([i, j]) => whole.slice(0, i) + whole.slice(j)),
    fc.json(),
    valueChanged(whole),
  );
  let refused = 0;
  let read = 0;
  fc.assert(
    fc.property(damaged, (text) => {
      const result = readFile(text, NOW);
      if ('refused' in result) {
        assert.ok(result.refused.length > 10);
        refused++;
        return;
      }
      read++;
      // What is let in conforms to the published schema and can be worked with.
      schema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
      for (const { run } of planImport(result.runs, [worked()])) {
        toCsv([run]);
        change(run, actions.reset(run), NOW);
      }
    }),
    { numRuns: 600, seed: 5 },
  );
  assert.ok(
    refused > 450 && refused + read >= 600,
    `${String(refused)} refused, ${String(read)} read`,
  );
});

test('the published schema and the browser’s own check agree on 600 changed files', () => {
  const schema = z.fromJSONSchema(runFileSchema());
  const whole = toFile([worked()], NOW);
  let wrong = 0;
  fc.assert(
    fc.property(valueChanged(whole), (text) => {
      const refused = refusal(text) ?? '';
      // Beyond a schema's reach: a step twice, a day that is none, a time too far off, another format.
      if (/ขัดกันเอง|อนาคต/.test(refused)) return;
      const { success } = schema.safeParse(JSON.parse(text));
      if (!success) wrong++;
      assert.equal(refused === '', success, `${refused} ${text}`);
    }),
    { numRuns: 600, seed: 7 },
  );
  assert.ok(wrong > 100);
});

test('a table has a row a step, quoted, and a byte order mark for Excel', () => {
  const run = change(
    sampleRun(),
    {
      'done.sa': at(1),
      'notes.sa': 'เขียนว่า "รอ"\nแล้ว',
      'skipped.sb2': '=1+1',
      label: '+66 โรงเรียน',
    },
    at(1),
  );
  const csv = toCsv([run]);
  assert.ok(csv.startsWith('\uFEFF"รอบงาน","งาน"'));
  const rows = csv.slice(1).trimEnd().split('\r\n');
  assert.equal(rows.length, 1 + 6);
  assert.match(
    rows[1] ?? '',
    /^"'\+66 โรงเรียน","งานสารบรรณ","aaaaaaaa","13 ม\.ค\. 2568 [\d:]+","","1","รับหนังสือ","","ทำแล้ว",/,
  );
  assert.match(rows[1] ?? '', /,"เขียนว่า ""รอ""\nแล้ว"$/);
  assert.match(csv, /"ไม่เกี่ยวข้อง","","'=1\+1",""/);
  assert.match(csv, /"2","เสนอหนังสือ","","ยังไม่ทำ"/);
});

test('no cell of a table is a formula to a spreadsheet', () => {
  for (const begin of ['=', '+', '-', '@', '\t=', '\r', '\n=', ' =', '＝', '＋', '－', '＠']) {
    const text = `${begin}HYPERLINK("http://x","y")`;
    const fields = { label: text, 'notes.sa': text, 'skipped.sc': text };
    const item = { id: 'sa', no: text, text, actor: text };
    const run = change(
      { ...sampleRun(), title: text, snapshot: { rev: 'a'.repeat(64), items: [item] } },
      fields,
      at(1),
    );
    const rows = toCsv([run]).split('\r\n').slice(1).join('\r\n');
    const risky = rows.split('","').filter((cell) => cell.includes('HYPERLINK'));
    assert.equal(risky.length, 6, begin);
    for (const cell of risky) assert.ok(cell.replace(/^"/, '').startsWith(`'${begin}`), cell);
  }
});

test('a step that is called as every object’s own part is refused', () => {
  const run = {
    ...sampleRun(),
    snapshot: { rev: 'a'.repeat(64), items: [{ id: 'constructor', no: '1', text: 'ก' }] },
  };
  assert.match(refusal(toFile([run], NOW)) ?? '', /items\.0\.id/);
});

test('a table names the steps that the manual has no more', () => {
  assert.match(toCsv([worked()]), /"1","รับหนังสือ","","ทำแล้ว \(คู่มือตัดขั้นนี้ออกแล้ว\)"/);
});

/** The file with one value somewhere in it replaced, removed or added. */
function valueChanged(whole: string): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      '',
      'sa',
      '__proto__',
      at(1),
      '2025-13-45T99:99:99.999Z',
      'a'.repeat(64),
      'ก'.repeat(20_001),
    ),
  );
  return fc.tuple(fc.nat(), value, fc.constantFrom('set', 'delete', 'add')).map(([n, put, how]) => {
    const copy = JSON.parse(whole) as Record<string, unknown>;
    const places: [Record<string, unknown>, string][] = [];
    const visit = (node: Record<string, unknown>): void => {
      for (const [key, part] of Object.entries(node)) {
        places.push([node, key]);
        if (typeof part === 'object' && part !== null) visit(part as Record<string, unknown>);
      }
    };
    visit(copy);
    const [holder, key] = places[n % places.length] ?? [copy, 'format'];
    if (how === 'set') holder[key] = put;
    else if (how === 'delete' && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
    else if (!Array.isArray(holder))
      Object.defineProperty(holder, typeof put === 'string' ? put : 'more', {
        value: put,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return JSON.stringify(copy);
  });
}
