// The questions of `npm run new`: options first, then the conversation; and where a new part is listed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { addPart } from '../../../src/import/add-part.ts';
import { collectAnswers, WrongAnswer } from '../../../src/import/answers.ts';
import { newProcedure } from '../../../src/import/new-entry.ts';
import { newIds } from '../../../src/import/new-id.ts';
import { questions, type Project } from '../../../src/import/questions.ts';
import { parseContentFile } from '../../../src/authoring/content-file.ts';
import { checkShape } from '../../../src/authoring/schema-problems.ts';
import { ProcedureData } from '../../../src/model/procedure.ts';
import { seededRandom } from './drafting.ts';

const KNOWN: Project = {
  offices: [],
  people: [],
  ids: ['taken'],
  manuals: [{ id: 'leave', seed: 'leave' }],
  parts: [{ manual: 'leave', id: 'cover' }],
};

/** An author who types these lines, and what the author reads. */
function typist(lines: readonly string[]): {
  conversation: Parameters<typeof collectAnswers>[3];
  read: string[];
} {
  const waiting = [...lines];
  const read: string[] = [];
  return {
    read,
    conversation: {
      ask: (question) => {
        read.push(question);
        const line = waiting.shift();
        return line === undefined
          ? Promise.reject(new Error(`asked: ${question}`))
          : Promise.resolve(line);
      },
      say: (text) => read.push(text),
    },
  };
}

test('a conversation asks only for what no option says, and again where an answer cannot be taken', async () => {
  const { conversation, read } = typist([
    'nowhere',
    'leave',
    '',
    'ขั้นหนึ่ง',
    'ขั้นสอง',
    '',
    'taken',
    '',
    '',
  ]);
  const answers = await collectAnswers(
    questions.procedure,
    { title: ['การลา'], audience: ['ประชาชน'] },
    KNOWN,
    conversation,
  );
  assert.equal(answers.one('manual'), 'leave');
  assert.equal(answers.one('audience'), 'public');
  assert.deepEqual(answers.all('step'), ['ขั้นหนึ่ง', 'ขั้นสอง']);
  assert.equal(answers.maybe('id'), undefined);
  assert.ok(!read.some((line) => line.startsWith('ชื่องาน')));
  assert.ok(read.some((line) => line.startsWith('ไม่มีคู่มือ “nowhere” ใช้ได้: leave')));
  assert.ok(read.some((line) => line.startsWith('taken มีผู้ใช้แล้ว')));
});

test('a person without a post is not asked for the office of one', async () => {
  const { conversation } = typist(['นายสมาน เก่งดี', '', '']);
  const answers = await collectAnswers(questions.person, {}, KNOWN, conversation);
  assert.equal(answers.maybe('office'), undefined);
});

test('whatever is typed comes out as a procedure of right shape that says it, or is refused in Thai', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
      async (title, steps) => {
        const options = { manual: ['leave'], audience: ['both'], title: [title], step: steps };
        let answers;
        try {
          answers = await collectAnswers(questions.procedure, options, KNOWN, undefined);
        } catch (error) {
          assert.ok(error instanceof WrongAnswer);
          assert.match(error.message, /[ก-๙]/);
          return;
        }
        const entry = newProcedure(answers, newIds(seededRandom(), []));
        const file = parseContentFile('p.mdx', entry.files[0]?.text ?? '');
        const { data, problems } = checkShape(file, ProcedureData);
        assert.deepEqual(problems, []);
        const said = (text: string): string => text.replace(/\s/gu, '');
        assert.equal(said((data?.number ?? '') + (data?.title ?? '')), said(answers.one('title')));
        assert.equal(data?.steps.length, steps.length);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

test('a part is added to its list and nothing else of the file changes', () => {
  const cases: [string, string | undefined, string][] = [
    [
      '---\nparts:\n  - a # first\n  - b\n---\n',
      'a',
      '---\nparts:\n  - a # first\n  - new\n  - b\n---\n',
    ],
    ['---\nparts:\n- a\nseed: x\n---\nbody', 'a', '---\nparts:\n- a\n- new\nseed: x\n---\nbody'],
    [
      '---\r\nparts:\r\n  - "a"\r\n---\r\n',
      undefined,
      '---\r\nparts:\r\n  - new\r\n  - "a"\r\n---\r\n',
    ],
    ['---\nparts: [a, b] # all\n---\n', 'a', '---\nparts: [a, new, b] # all\n---\n'],
    ['\uFEFF---\nparts: [a]\n---\n', undefined, '\uFEFF---\nparts: [new, a]\n---\n'],
  ];
  for (const [text, after, expected] of cases) {
    assert.equal(addPart(text, 'new', after), expected);
    const yaml = expected.replace(/^\uFEFF/, '').split(/---\r?\n/)[1] ?? '';
    assert.ok((parse(yaml) as { parts: string[] }).parts.includes('new'));
  }
  assert.throws(() => addPart('---\nparts: []\n---\n', 'new', undefined), /หาที่ใส่ new/);
  assert.throws(() => addPart('---\nparts:\n  - a\n---\n', 'new', 'z'), /หาที่ใส่ new/);
});
