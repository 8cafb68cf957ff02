// A seed and its notes → the reading text: what is corrected, what is left out, what does not fit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSeed, readText, type NoteProblem, type Reading } from '../../../src/source/reading.ts';
import type { Correction, Omission } from '../../../src/source/seed-notes.ts';

const seed = (...lines: string[]): { id: string; text: string } => ({
  id: '001',
  text: lines.join('\n'),
});

const correction = (
  line: number,
  printed: string,
  read: string,
  occurrence?: number,
): Correction => ({
  seed: '001',
  line,
  printed,
  read,
  ...(occurrence === undefined ? {} : { occurrence }),
  kind: 'word',
  reason: 'อ่านผิด',
  certainty: 'certain',
});
const omission = (line: number, text: string, occurrence?: number): Omission => ({
  seed: '001',
  line,
  text,
  ...(occurrence === undefined ? {} : { occurrence }),
  reason: 'เลขหน้า',
});
const pattern = (source: string): Omission => ({ seed: '001', pattern: source, reason: 'เลขหน้า' });

const read = (reading: Reading): string[] => reading.lines.map(readText);
/** A line's runs as `type from-to`. */
const runs = (reading: Reading, line = 1): string[] =>
  (reading.lines[line - 1]?.runs ?? []).map(({ type, from, to }) => `${type} ${from}-${to}`);
const why = (problems: readonly NoteProblem[]): string[] => problems.map(({ problem }) => problem);

test('without notes every line reads as it is printed, empty ones included', () => {
  const { reading, problems } = readSeed(seed('ก', '', 'ข'), [], []);
  assert.deepEqual(read(reading), ['ก', '', 'ข']);
  assert.deepEqual(
    reading.lines.map(({ number }) => number),
    [1, 2, 3],
  );
  assert.deepEqual(runs(reading, 2), []);
  assert.deepEqual(problems, []);
});

test('lines may end as Windows ends them', () => {
  const { reading } = readSeed({ id: '001', text: 'ก\r\nข\r\n' }, [], []);
  assert.deepEqual(read(reading), ['ก', 'ข', '']);
});

test('a correction takes the place of what is printed, and the line keeps what was printed', () => {
  const { reading, problems } = readSeed(seed('แจงให้ทราบ'), [correction(1, 'แจง', 'แจ้ง')], []);
  assert.deepEqual(read(reading), ['แจ้งให้ทราบ']);
  assert.equal(reading.lines[0]?.printed, 'แจงให้ทราบ');
  assert.deepEqual(runs(reading), ['corrected 0-3', 'same 3-10']);
  assert.deepEqual(problems, []);
});

test('a correction to nothing takes the words away', () => {
  const { reading } = readSeed(seed('### ขั้นตอน'), [correction(1, '### ', '')], []);
  assert.deepEqual(read(reading), ['ขั้นตอน']);
});

test('the runs of a line, joined, are the line', () => {
  const line = '1. แจงให้ทราบ หน้า 12';
  const { reading } = readSeed(
    seed(line),
    [correction(1, 'แจง', 'แจ้ง')],
    [pattern(' หน้า [0-9]+$')],
  );
  assert.equal(reading.lines[0]?.runs.map(({ printed }) => printed).join(''), line);
  assert.deepEqual(runs(reading), ['same 0-3', 'corrected 3-6', 'same 6-13', 'omitted 13-21']);
});

test('an omission stays in the printed text and carries its reason', () => {
  const { reading, problems } = readSeed(seed('คำนำ 1'), [], [omission(1, '1')]);
  const last = reading.lines[0]?.runs.at(-1);
  assert.deepEqual(last, { type: 'omitted', from: 5, to: 6, printed: '1', reason: 'เลขหน้า' });
  assert.deepEqual(problems, []);
});

test('notes of another seed are passed over', () => {
  const other = { ...correction(1, 'ก', 'ข'), seed: '002' };
  const { reading, problems } = readSeed(
    seed('ก'),
    [other],
    [{ ...omission(9, 'ก'), seed: '002' }],
  );
  assert.deepEqual(read(reading), ['ก']);
  assert.deepEqual(problems, []);
});

test('occurrence says which of several equal words is meant', () => {
  const { reading, problems } = readSeed(
    seed('งาน งาน งาน'),
    [correction(1, 'งาน', 'การ', 2)],
    [omission(1, 'งาน', 3)],
  );
  assert.deepEqual(read(reading), ['งาน การ งาน']);
  assert.deepEqual(runs(reading), ['same 0-4', 'corrected 4-7', 'same 7-8', 'omitted 8-11']);
  assert.deepEqual(problems, []);
});

test('occurrences are counted where they overlap, too', () => {
  const { reading } = readSeed(seed('กกก'), [correction(1, 'กก', 'ข', 2)], []);
  assert.deepEqual(read(reading), ['กข']);
});

test('a word that stands several times and has no occurrence is a misfit', () => {
  const { reading, problems } = readSeed(seed('งาน งาน'), [correction(1, 'งาน', 'การ')], []);
  assert.deepEqual(why(problems), ['several-on-line']);
  assert.deepEqual(read(reading), ['งาน งาน']);
});

test('an occurrence beyond the last is a misfit', () => {
  const { problems } = readSeed(seed('งาน งาน'), [correction(1, 'งาน', 'การ', 3)], []);
  assert.deepEqual(why(problems), ['not-on-line']);
});

test('a note on the wrong line, or beyond the last, is a misfit', () => {
  const { problems } = readSeed(
    seed('ก', 'ข'),
    [correction(2, 'ก', 'ค'), correction(3, 'ก', 'ค')],
    [omission(1, 'ข')],
  );
  assert.deepEqual(why(problems), ['not-on-line', 'no-such-line', 'not-on-line']);
});

test('of two notes that overlap, the first stands and the second is a misfit', () => {
  const second = correction(1, 'ขค', 'x');
  const { reading, problems } = readSeed(
    seed('กขคง'),
    [correction(1, 'กข', 'A'), second],
    [omission(1, 'คง')],
  );
  assert.deepEqual(problems, [{ note: second, problem: 'overlaps' }]);
  assert.deepEqual(runs(reading), ['corrected 0-2', 'omitted 2-4']);
});

test('notes that touch do not overlap', () => {
  const { reading, problems } = readSeed(
    seed('กขคง'),
    [correction(1, 'กข', 'A'), correction(1, 'คง', 'B')],
    [],
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(read(reading), ['AB']);
});

test('notes may be written in any order along the line', () => {
  const { reading, problems } = readSeed(
    seed('กขคง'),
    [correction(1, 'คง', 'B'), correction(1, 'กข', 'A')],
    [],
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(read(reading), ['AB']);
});

test('a pattern leaves out its every match on every line', () => {
  const { reading, problems } = readSeed(
    seed('คำนำ ... 1', 'ไม่มีเลข', 'สารบัญ ... 12'),
    [],
    [pattern(' \\.+ [0-9]+$')],
  );
  assert.deepEqual(
    [1, 2, 3].map((line) => runs(reading, line)),
    [['same 0-4', 'omitted 4-10'], ['same 0-8'], ['same 0-6', 'omitted 6-13']],
  );
  assert.deepEqual(problems, []);
});

test('where a pattern meets a correction, the correction wins and the pattern still fits', () => {
  const { reading, problems } = readSeed(
    seed('คำนำ 1'),
    [correction(1, '1', 'ก')],
    [pattern('[0-9]')],
  );
  assert.deepEqual(read(reading), ['คำนำ ก']);
  assert.deepEqual(problems, []);
});

test('a pattern may leave out what stands next to a correction', () => {
  const { reading } = readSeed(seed('1คำ2'), [correction(1, 'คำ', 'ก')], [pattern('[0-9]')]);
  assert.deepEqual(runs(reading), ['omitted 0-1', 'corrected 1-3', 'omitted 3-4']);
});

test('a pattern that matches nothing, or only emptiness, is a misfit', () => {
  const { problems } = readSeed(seed('คำนำ'), [], [pattern('[0-9]+'), pattern('[0-9]*')]);
  assert.deepEqual(why(problems), ['matches-nothing', 'matches-nothing']);
});

test('a pattern that is no regular expression is a misfit', () => {
  const { problems } = readSeed(seed('คำนำ'), [], [pattern('(')]);
  assert.deepEqual(why(problems), ['bad-pattern']);
});

test('one misfit does not hide the next, nor the notes that fit', () => {
  const { reading, problems } = readSeed(
    seed('แจงให้ทราบ'),
    [correction(1, 'ไม่มี', 'x'), correction(1, 'แจง', 'แจ้ง')],
    [pattern('('), pattern('ไม่มี')],
  );
  assert.deepEqual(why(problems), ['not-on-line', 'bad-pattern', 'matches-nothing']);
  assert.deepEqual(read(reading), ['แจ้งให้ทราบ']);
});
