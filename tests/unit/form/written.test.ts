// The form's writing, case by case: what of a file's text changes, what of its layout stays, and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenIds } from '../../../src/form/given-ids.ts';
import { Refusal, toForm } from '../../../src/form/form-data.ts';
import { keepBytes } from '../../../src/form/keep-bytes.ts';
import { shapeProblem } from '../../../src/form/shape-problem.ts';

/** Laid out as a person may: comments, quotes, folds, indents, empty lines. */
const PROCEDURE = `---
# ตรวจแล้ว 1 มิ.ย.
title:   'งานยืม'   # ชื่อสั้น
audience: staff

numbering: ๑.
steps:
- id: aaaaa
  text: >-
    รับคำขอ
    จากผู้ยืม
  # ผู้รับคำขอเปลี่ยนบ่อย
- {id: bbbbb, text: ตรวจคำขอ}
- id: ccccc
  text: "อนุมัติ"
  produces: [ใบยืม]
form:
  fee: none
  forms:
  - แบบ ก.
---
`;
const FILE = 'manuals/m/procedures/p.mdx';

interface Shown {
  title: string;
  steps: Record<string, unknown>[];
  form: Record<string, string[]>;
  [key: string]: unknown;
}
function written(change: (shown: Shown) => void, text = PROCEDURE, file = FILE): string {
  const shown = structuredClone(toForm(file, text)) as unknown as Shown;
  change(shown);
  return keepBytes(file, text, shown);
}
function changedLines(before: string, after: string): { gone: string[]; come: string[] } {
  const old = before.split('\n');
  const now = after.split('\n');
  return {
    gone: old.filter((line) => !now.includes(line)),
    come: now.filter((line) => !old.includes(line)),
  };
}

test('a changed text leaves the comments, quotes and folds of the others', () => {
  assert.deepEqual(
    changedLines(
      PROCEDURE,
      written((shown) => Object.assign(shown.steps[2] ?? {}, { text: 'เสนอ' })),
    ),
    { gone: ['  text: "อนุมัติ"'], come: ['  text: "เสนอ"'] },
  );
});

test('a line with a comment keeps the comment', () => {
  const { come } = changedLines(
    PROCEDURE,
    written((shown) => (shown.title = 'งานคืน')),
  );
  assert.deepEqual(come, ["title:   'งานคืน'   # ชื่อสั้น"]);
});

test('a new step stands where the form has it, with an id of its own; a removed one takes its lines along', () => {
  const added = written((shown) =>
    shown.steps.splice(1, 0, { id: 'new-1a2b3c4d', text: 'ลงทะเบียน', actor: '', to: [] }),
  );
  const { gone, come } = changedLines(PROCEDURE, added);
  assert.deepEqual(gone, []);
  assert.match(come.join('\n'), /^ *- id: [a-km-np-z][a-km-np-z2-9]{4}\n *text: ลงทะเบียน$/);
  assert.deepEqual(
    (toForm(FILE, added)['steps'] as { text: string }[]).map(({ text }) => text),
    ['รับคำขอ จากผู้ยืม', 'ลงทะเบียน', 'ตรวจคำขอ', 'อนุมัติ'],
  );
  const removed = changedLines(
    PROCEDURE,
    written((shown) => shown.steps.splice(1, 1)),
  );
  assert.deepEqual(removed.come, []);
  assert.ok(removed.gone.includes('- {id: bbbbb, text: ตรวจคำขอ}'));
});

test('steps in another order keep their ids and words', () => {
  const turned = written((shown) => shown.steps.reverse());
  assert.deepEqual(
    (toForm(FILE, turned)['steps'] as { id: string }[]).map(({ id }) => id),
    ['ccccc', 'bbbbb', 'aaaaa'],
  );
});

test('a field that was not there comes after the one that stands before it in the form', () => {
  const kind = written((shown) => {
    const [first = {}] = shown.steps;
    shown.steps[0] = { id: first['id'], text: first['text'], kind: 'submit' };
  });
  assert.match(kind, /จากผู้ยืม\n(?: *#.*\n)? {2}kind: submit\n/);
});

test('a field of the official form is a text again where it was one, and a list where there are more', () => {
  assert.deepEqual(
    changedLines(
      PROCEDURE,
      written((shown) => (shown.form['fee'] = ['๑๐ บาท'])),
    ),
    { gone: ['  fee: none'], come: ['  fee: ๑๐ บาท'] },
  );
  assert.deepEqual(
    changedLines(
      PROCEDURE,
      written((shown) => (shown.form['forms'] = ['แบบ ก.', 'แบบ ข.'])),
    ),
    { gone: [], come: ['  - แบบ ข.'] },
  );
  assert.equal(
    written((shown) => (shown.form['forms'] = ['แบบ ก.', ''])),
    PROCEDURE,
  );
});

test('line ends of Windows and a byte order mark stay', () => {
  const text = `\uFEFF${PROCEDURE.replaceAll('\n', '\r\n')}`;
  assert.equal(
    written(() => undefined, text),
    text,
  );
  const changed = written((shown) => Object.assign(shown.steps[2] ?? {}, { text: 'เสนอ' }), text);
  assert.equal(changed, text.replace('"อนุมัติ"', '"เสนอ"'));
});

test('the body changes without its frontmatter, and the frontmatter without its body', () => {
  const text = '---\nkind: prose\ntitle: คำนำ\n---\n\nย่อหน้าแรก\n\n{/* เว้นไว้ */}\n\n';
  const file = 'manuals/m/sections/s.mdx';
  assert.equal(
    written((shown) => (shown['body'] = String(shown['body']).replace('แรก', 'ใหม่')), text, file),
    text.replace('แรก', 'ใหม่'),
  );
  assert.equal(
    written((shown) => (shown.title = 'คำชี้แจง'), text, file),
    text.replace('คำนำ', 'คำชี้แจง'),
  );
});

test('a copied entry gets an id of its own, the same each time it is saved', () => {
  const twice = { steps: [{ id: 'aaaaa' }, { id: 'aaaaa' }, { id: 'new-00' }] };
  const ids = (givenIds(twice)['steps'] as { id: string }[]).map(({ id }) => id);
  assert.equal(ids[0], 'aaaaa');
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.match(id, /^[a-km-np-z][a-km-np-z2-9]{4}$/);
  assert.deepEqual(givenIds(twice), givenIds(twice));
});

test('two entries that had one id before are no copies: a unit and an actor of an office may', () => {
  const office = { units: [{ id: 'plans' }], actors: [{ id: 'plans' }] };
  assert.deepEqual(givenIds(office, office), office);
});

test('a file that cannot be read is refused, in Thai, with its line', () => {
  assert.throws(
    () => keepBytes(FILE, '---\ntitle: "ไม่ปิด\n---\n', {}),
    (error: unknown) => error instanceof Refusal && error.message.includes('บรรทัด 2'),
  );
  assert.throws(() => keepBytes(FILE, 'ไม่มีส่วนหัว', {}), Refusal);
});

test('what would not read as the form says is refused', () => {
  // What stands in a text where its letters were lost: such a file is not read.
  assert.throws(() => written((shown) => (shown.title = 'งาน\uFFFDยืม')), Refusal);
});

test('what the form’s fields let through and npm run check does not is told in its words', () => {
  assert.equal(shapeProblem(FILE, PROCEDURE), undefined);
  const problem = shapeProblem(FILE, PROCEDURE.replace('numbering: ๑.', 'numbering: ฮ.')) ?? '';
  assert.match(problem, /^manuals\/m\/procedures\/p\.mdx:6 numbering — .* — แก้โดย /);
});
