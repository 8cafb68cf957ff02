// What a manual's keeper is told: which fields of the official form are answered, what to ask for next, when a review is due.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueDate, untilDue } from '../../../src/model/review-date.ts';
import { formFields } from '../../../src/model/procedure.ts';
import { templateFields, templateScores, wishes } from '../../../src/model/template-score.ts';
import { FIXTURE_OFFICE, officeLibrary } from '../chart/office-library.ts';

const invented = officeLibrary(FIXTURE_OFFICE);
const scores = templateScores(invented.manual('example-services'));
const scoreOf = (id: string): (typeof scores)[number] => {
  const score = scores.find(({ procedure }) => procedure.id === id);
  assert.ok(score);
  return score;
};
const stateOf = (id: string, field: string): string | undefined =>
  scoreOf(id).fields.find((one) => one.field === field)?.state;

test('every field of the form is scored for every procedure', () => {
  for (const field of Object.keys(formFields)) assert.ok(field in templateFields);
  for (const { fields } of scores)
    assert.deepEqual(
      fields.map(({ field }) => field),
      Object.keys(templateFields),
    );
});

test('a field is given, said to be none, said by some steps, or not stated', () => {
  assert.equal(stateOf('two-actors', 'fee'), 'none');
  assert.equal(stateOf('three-actors', 'forms'), 'none');
  assert.equal(stateOf('two-actors', 'duration'), 'given');
  assert.equal(stateOf('two-actors', 'complaintChannel'), 'given');
  assert.equal(stateOf('line', 'fee'), 'not-stated');
  for (const { procedure, fields } of scores) {
    const actors = fields.find(({ field }) => field === 'actors');
    const saying = procedure.steps.filter(
      (step) => step.actor ?? step.substeps?.every(({ actor }) => actor),
    ).length;
    assert.deepEqual(actors?.steps, { saying, all: procedure.steps.length });
    assert.equal(
      actors.state,
      saying === 0 ? 'not-stated' : saying < procedure.steps.length ? 'partly' : 'given',
    );
  }
});

test('that there is none is an answer, that some steps say it is not one yet', () => {
  for (const { fields, answered } of scores)
    assert.equal(
      answered,
      fields.filter(({ state }) => state === 'given' || state === 'none').length,
    );
});

test('what is asked for next is lacking, and what those who come to the office cannot begin without comes first', () => {
  const asked = wishes(scores);
  for (const { field, procedures } of asked)
    for (const { id } of procedures)
      assert.ok(['not-stated', 'partly'].includes(stateOf(id, field) ?? ''));
  const base = scoreOf('line');
  const ofAudience = (audience: 'public' | 'staff'): string[] =>
    wishes([{ ...base, procedure: { ...base.procedure, audience } }]).map(({ field }) => field);
  assert.deepEqual(ofAudience('public').slice(0, 4), ['duration', 'forms', 'fee', 'channel']);
  assert.deepEqual(ofAudience('staff').slice(0, 2), ['actors', 'forms']);
  assert.deepEqual(wishes([]), []);
});

test('none of the five manuals states a duration, a fee or a form: all are asked for', () => {
  for (const manual of officeLibrary().manuals) {
    const own = templateScores(manual);
    const asked = wishes(own).map(({ field }) => field);
    for (const field of ['duration', 'fee', 'forms'] as const)
      assert.equal(asked.includes(field), own.length > 0);
  }
});

test('a review is due some months later, at the latest on the last day of that month', () => {
  assert.equal(dueDate('2024-10-31', 12), '2025-10-31');
  assert.equal(dueDate('2024-08-31', 6), '2025-02-28');
  assert.equal(dueDate('2023-11-30', 3), '2024-02-29');
  assert.equal(dueDate('2024-12-01', 1), '2025-01-01');
});

test('how near a review is, is said in days and from two months on in months', () => {
  assert.deepEqual(untilDue('2025-10-31', '2025-10-31'), { words: 'ครบกำหนดวันนี้', overdue: false });
  assert.deepEqual(untilDue('2025-10-31', '2025-10-30'), { words: 'อีก 1 วัน', overdue: false });
  assert.deepEqual(untilDue('2025-10-31', '2025-11-12'), {
    words: 'เลยกำหนดมาแล้ว 12 วัน',
    overdue: true,
  });
  assert.deepEqual(untilDue('2025-10-31', '2026-11-24'), {
    words: 'เลยกำหนดมาแล้ว ประมาณ 12 เดือน',
    overdue: true,
  });
});
