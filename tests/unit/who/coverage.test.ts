// Lists of tasks → which have steps, which somebody responsible, and what stands in no list.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageGap } from '../../../src/components/task-view.ts';
import { coverages, withoutList } from '../../../src/model/coverage.ts';
import { fiveManuals, inventedOffice } from './offices.ts';

const { library } = fiveManuals();
const of = (manual: string): ReturnType<typeof coverages>[number] => {
  const found = coverages(library).find((one) => one.manual.id === manual);
  assert.ok(found);
  return found;
};

test('of 28 tasks of the unit that promotes education 4 have steps and 3 of these somebody', () => {
  assert.deepEqual(of('education-promotion-tasks').totals, {
    tasks: 28,
    withSteps: 4,
    withPeople: 3,
    withBoth: 3,
    withNone: 24,
  });
});

test('of 10 tasks of Uttaradit 8 have steps; without an order nobody can be responsible', () => {
  const coverage = of('uttaradit-2-policy-planning');
  assert.deepEqual(coverage.totals, {
    tasks: 10,
    withSteps: 8,
    withPeople: 0,
    withBoth: 0,
    withNone: 2,
  });
  assert.equal(coverage.hasOrder, false);
  assert.equal(coverageGap({ state: 'steps' } as never, coverage), 'มีขั้นตอน แต่ต้นฉบับไม่มีคำสั่งมอบหมาย');
});

test('what is missing is said in words', () => {
  const coverage = of('education-promotion-tasks');
  const words = new Map(
    coverage.groups.flatMap(({ tasks }) =>
      tasks.map((task) => [task.task.number, coverageGap(task, coverage)]),
    ),
  );
  assert.equal(words.get('๒.๑'), '');
  assert.equal(words.get('๒.๔'), 'มีขั้นตอน แต่ไม่มีผู้รับผิดชอบในคำสั่ง');
  assert.equal(words.get('๒.๕'), 'มีในขอบข่าย แต่ไม่มีขั้นตอนในต้นฉบับ');
});

test('a link that an editor saw is never shown as better known than that', () => {
  const task = of('education-promotion-tasks')
    .groups.flatMap(({ tasks }) => tasks)
    .find((one) => one.task.number === '๒.๑');
  assert.deepEqual(
    task?.procedures.map(({ procedure, basis }) => [procedure.id, basis]),
    [
      ['in-system-education', 'same-words'],
      ['non-formal-education', 'same-words'],
    ],
  );
  assert.deepEqual(
    task.covers.map(({ assigned, basis }) => [assigned.person.id, assigned.number, basis]),
    [['boonjan', '๒', 'editor']],
  );
});

test('a procedure in no list of tasks is named beside the list that its manual serves', () => {
  assert.deepEqual(
    of('education-promotion-tasks').outside.map(({ procedure, covers }) => [
      procedure.id,
      covers.length,
    ]),
    [['special-quota-students', 0]],
  );
});

test('a manual whose list was a picture is said to have lost it', () => {
  assert.deepEqual(
    withoutList(library).map(({ manual, lostHeading }) => [manual.id, lostHeading]),
    [['loei-1-education-promotion', 'ขอบข่าย/ภารกิจ']],
  );
});

test('a task with somebody and no steps is its own state', () => {
  const office = inventedOffice().library;
  const states = new Map(
    coverages(office).flatMap(({ groups }) =>
      groups.flatMap(({ tasks }) => tasks.map(({ task, state }) => [task.ref, state])),
    ),
  );
  // งานประชาสัมพันธ์ตัวอย่าง: a duty, no procedure.
  assert.equal(states.get('example-services/xcibn'), 'people');
  assert.equal(states.get('example-services/pybfa'), 'both');
});
