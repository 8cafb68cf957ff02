// Unit: the revision of a procedure changes when what a step says changes, and only then.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canonicalJson, revisionOf } from '../../../src/checklist/revision.ts';
import type { Step } from '../../../src/model/procedure.ts';

const steps: Step[] = [
  {
    id: 'ha8ah',
    text: 'ตรวจสอบเอกสาร',
    actor: 'officer',
    to: ['director'],
    kind: 'decision',
    next: [
      { to: 'end', when: 'ครบ' },
      { to: 'ry3bt', when: 'ไม่ครบ' },
    ],
  },
  { id: 'ry3bt', text: 'ส่งคืน', numbering: '1)', substeps: [{ id: 'tap26', text: 'บันทึก' }] },
];
const [first, second] = steps as [Step, Step];
const revision = revisionOf(steps);

test('a revision is the SHA-256 of the canonical JSON', () => {
  assert.match(revision, /^[0-9a-f]{64}$/);
  assert.equal(revision, revisionOf(structuredClone(steps)));
  assert.equal(
    revisionOf([{ id: 'ha8ah', text: 'ก' }]),
    // printf '%s' '[{"id":"ha8ah","text":"ก"}]' | sha256sum
    '06cbb686f149dfa7a4d688f57c8f82c5fba6d3a4f842f9e58133cd9982738522',
  );
});

test('canonical JSON does not depend on the order in which keys were written', () => {
  assert.equal(
    canonicalJson({ b: 1, a: { d: [2, { f: 1, e: 'ก' }], c: undefined } }),
    '{"a":{"d":[2,{"e":"ก","f":1}]},"b":1}',
  );
  const turned = Object.fromEntries(Object.entries(first).toReversed()) as Step;
  assert.equal(revisionOf([turned, second]), revision);
});

const same: [string, Step[]][] = [
  ['what it produces', [{ ...first, produces: ['เอกสาร'] }, second]],
  ['how long it takes', [{ ...first, duration: '๑ วัน' }, second]],
  ['how substeps are numbered', [first, { ...second, numbering: '(1)' }]],
  ['composed and decomposed letters', [{ ...first, text: first.text.normalize('NFD') }, second]],
];
for (const [name, changed] of same)
  test(`${name} is no new revision`, () => {
    assert.equal(revisionOf(changed), revision);
  });

const other: [string, Step[]][] = [
  ['a text', [{ ...first, text: 'ตรวจเอกสาร' }, second]],
  ['an id', [{ ...first, id: 'zzzzz' }, second]],
  ['an actor', [{ ...first, actor: 'head' }, second]],
  ['whom it goes to', [{ ...first, to: ['head'] }, second]],
  ['a kind', [{ ...first, kind: 'approval' }, second]],
  [
    'a condition',
    [
      {
        ...first,
        next: [
          { to: 'end', when: 'ครบถ้วน' },
          { to: 'ry3bt', when: 'ไม่ครบ' },
        ],
      },
      second,
    ],
  ],
  [
    'an inferred way',
    [
      {
        ...first,
        next: [
          { to: 'end', when: 'ครบ' },
          { to: 'ry3bt', when: 'ไม่ครบ', inferred: true },
        ],
      },
      second,
    ],
  ],
  ['a substep', [first, { ...second, substeps: [{ id: 'tap26', text: 'จดบันทึก' }] }]],
  ['the order', [second, first]],
  ['a step less', [first]],
];
for (const [name, changed] of other)
  test(`${name} makes a new revision`, () => {
    assert.notEqual(revisionOf(changed), revision);
  });
