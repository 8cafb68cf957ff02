// Thai and Arabic digits, and dates as Thai offices write them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BUDDHIST_ERA,
  thaiDate,
  toArabicDigits,
  toThaiDigits,
} from '../../../src/model/numeral.ts';

test('each Thai digit has its Arabic one, and back', () => {
  assert.equal(toArabicDigits('๐๑๒๓๔๕๖๗๘๙'), '0123456789');
  assert.equal(toThaiDigits('0123456789'), '๐๑๒๓๔๕๖๗๘๙');
});

test('all that is no digit stays', () => {
  assert.equal(toArabicDigits('คำสั่งที่ ๒๑๘/๒๕๖๒ (ฉบับที่ 2)'), 'คำสั่งที่ 218/2562 (ฉบับที่ 2)');
  assert.equal(toThaiDigits('คำสั่งที่ 218/2562 (ฉบับที่ ๒)'), 'คำสั่งที่ ๒๑๘/๒๕๖๒ (ฉบับที่ ๒)');
  assert.equal(toArabicDigits(''), '');
});

test('a date is written with the month in words and the year of the Buddhist era', () => {
  assert.equal(thaiDate('2019-06-07'), '7 มิถุนายน 2562');
  assert.equal(thaiDate('2016-05-23'), '23 พฤษภาคม 2559');
  assert.equal(BUDDHIST_ERA, 543);
});

test('every month has its name', () => {
  const months = Array.from(
    { length: 12 },
    (_, i) => thaiDate(`2024-${String(i + 1).padStart(2, '0')}-10`).split(' ')[1],
  );
  assert.deepEqual(months, [
    'มกราคม',
    'กุมภาพันธ์',
    'มีนาคม',
    'เมษายน',
    'พฤษภาคม',
    'มิถุนายน',
    'กรกฎาคม',
    'สิงหาคม',
    'กันยายน',
    'ตุลาคม',
    'พฤศจิกายน',
    'ธันวาคม',
  ]);
});

for (const bad of [
  '',
  '2019-6-7',
  '7 มิถุนายน 2562',
  '2019-13-01',
  '2019-00-01',
  '2019-06-07T00:00',
  '๒๐๑๙-๐๖-๐๗',
  ' 2019-06-07',
]) {
  test(`"${bad}" is no ISO date and throws`, () => {
    assert.throws(() => thaiDate(bad), new RangeError(`not an ISO date: "${bad}"`));
  });
}

test('a day that its month does not have is no date', () => {
  for (const bad of ['2019-06-00', '2019-06-31', '2019-02-29'])
    assert.throws(() => thaiDate(bad), RangeError);
});
