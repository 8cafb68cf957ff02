// Orders and duties → who is responsible now, which orders stand, who was responsible before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineage, orderStanding } from '../../../src/components/order-view.ts';
import { responsibleFor } from '../../../src/components/responsible.ts';
import { standingDuties, workOf } from '../../../src/model/responsibility.ts';
import { fiveManuals, inventedOffice } from './offices.ts';

const real = fiveManuals();
const office = inventedOffice();

test('the order of Loei has eight duties, numbered as printed, and no order here ends it', () => {
  const duties = standingDuties(real.library);
  assert.deepEqual(
    duties.map(({ number }) => number),
    ['๑', '๒', '๓', '๔', '๕', '๖', '๗', '๘'],
  );
  const standing = orderStanding(
    real.library.order('loei-1-218-2562'),
    real.library,
    real.provenance,
  );
  assert.equal(standing.ended, false);
  assert.equal(standing.words, 'ไม่พบคำสั่งในต้นฉบับที่ยกเลิกคำสั่งนี้');
  assert.deepEqual(
    standing.replaces.map(({ number, date, path, said }) => [number, date, path, said.note?.lines]),
    [
      ['๔๐๕/๒๕๕๙', '23 พฤษภาคม 2559', undefined, 'บรรทัด 171'],
      ['๗๑/๒๕๖๑', '14 กุมภาพันธ์ 2561', undefined, 'บรรทัด 171'],
    ],
  );
});

test('an order that a later one names as ended is ended, and its duties do not count', () => {
  const older = office.library.order('example-9-10-2565');
  const standing = orderStanding(older, office.library, office.provenance);
  assert.equal(standing.words, 'ถูกยกเลิกแล้วโดยคำสั่งที่ ๒๔/๒๕๖๗');
  assert.equal(standing.replacedBy[0]?.path, '/orders/example-9-24-2567/');
  assert.ok(standingDuties(office.library).every(({ order }) => order.id === 'example-9-24-2567'));
});

test('a line of orders runs from the oldest that is only named to the newest', () => {
  const steps = lineage(office.library.order('example-9-10-2565'), office.library);
  assert.deepEqual(
    steps.map(({ number, path, here }) => [number, path !== undefined, here]),
    [
      ['๓/๒๕๖๒', false, false],
      ['๑๐/๒๕๖๕', true, true],
      ['๒๔/๒๕๖๗', true, false],
    ],
  );
});

test('a procedure has the people of the order that stands, not of the one that it ended', () => {
  const people = responsibleFor('example-services/nested', office.library);
  assert.deepEqual(
    people.map(({ person, order, dutyPath }) => [person.id, order.id, dutyPath]),
    [['chamlong', 'example-9-24-2567', '/people/chamlong/#item-nh4ut']],
  );
});

test('a procedure without anybody in the order has nobody', () => {
  assert.deepEqual(
    responsibleFor('loei-1-education-promotion/special-quota-students', real.library),
    [],
  );
});

test('what a new holder begins with are the procedures of the duties, in their order, each once', () => {
  const work = workOf(real.library.person('boonjan'), real.library);
  assert.deepEqual(
    work.procedures.map(({ procedure, assigned, basis }) => [procedure.id, assigned.number, basis]),
    [
      ['in-system-education', '๒', 'same-words'],
      ['non-formal-education', '๒', 'same-words'],
      ['home-education', '๓', 'editor'],
      ['special-needs-education', '๔', 'editor'],
    ],
  );
  assert.deepEqual(
    work.authored.map(({ id }) => id),
    ['loei-1-education-promotion'],
  );
});

test('duties of an ended order come after those that stand', () => {
  const work = workOf(office.library.person('thotlong'), office.library);
  assert.deepEqual(
    work.assignments.map(({ order, endedBy }) => [order.id, endedBy.length]),
    [
      ['example-9-24-2567', 0],
      ['example-9-10-2565', 1],
    ],
  );
});
