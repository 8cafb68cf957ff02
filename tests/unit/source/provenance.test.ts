// An alignment → the way back to the seed: where a field stands, as printed and as read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { align, type Span } from '../../../src/source/align.ts';
import { provenanceOf, runsWithin } from '../../../src/source/provenance.ts';
import { piecesOf, readingOf } from './laid-along.ts';

const LINES = ['คำนำ หน้า 1', '1. แจงให้ทราบ 2. เสนอหัวหน้า', 'ลงนาม แลว 3. รายงานผล', '### รายงานผล'];
const reading = readingOf(LINES, {
  corrections: [
    { line: 2, printed: 'แจง', read: 'แจ้ง' },
    { line: 3, printed: 'แลว', read: 'แล้ว' },
    { line: 4, printed: '### ', read: '' },
  ],
  omissions: [{ line: 1, text: 'หน้า 1' }],
});
const pieces = [
  ...piecesOf(['title|คำนำ'], 'preface'),
  ...piecesOf(
    [
      'steps.0.mark|1.',
      'steps.0.text|แจ้งให้ทราบ',
      'steps.1.mark|2.',
      'steps.1.text|เสนอหัวหน้าลงนามแล้ว',
      'steps.2.mark|3.',
      'steps.2.text|รายงานผล',
    ],
    'request',
  ),
  ...piecesOf(['heading|รายงานผล'], 'report'),
];
const alignment = align(reading, pieces);
const provenance = provenanceOf(reading, alignment);

const shown = (span: Span | undefined): string | undefined =>
  span && `${span.from.line}:${span.from.column}-${span.to.line}:${span.to.column}`;
const printed = (span: Span | undefined): string[] =>
  span ? runsWithin(reading, span).map((run) => run.printed) : [];

test('the alignment that these tests look into has no problem', () => {
  assert.deepEqual(alignment.problems, []);
});

test('a span begins at its first character and ends after its last, line and column from 1', () => {
  assert.equal(shown(provenance.span('preface', 'title')), '1:1-1:5');
  assert.equal(shown(provenance.span('request', 'steps.0.mark')), '2:1-2:3');
  assert.equal(shown(provenance.span('request', 'steps.0.text')), '2:4-2:14');
  assert.equal(provenance.span('preface', 'title')?.seed, '001');
});

test('a span may run over a line break', () => {
  assert.equal(shown(provenance.span('request', 'steps.1.text')), '2:18-3:10');
});

test('of the same words in two places each piece has its own', () => {
  assert.equal(shown(provenance.span('request', 'steps.2.text')), '3:14-3:22');
  assert.equal(shown(provenance.span('report', 'heading')), '4:5-4:13');
});

test('a field or part that is not there has no span', () => {
  assert.equal(provenance.span('request', 'steps.9.text'), undefined);
  assert.equal(provenance.span('nothing', 'title'), undefined);
  assert.equal(provenance.range('nothing'), undefined);
  assert.deepEqual(provenance.piecesOf('nothing'), []);
});

test('the range of a part is from its first piece to its last', () => {
  assert.equal(shown(provenance.range('request')), '2:1-3:22');
});

test('the range below a path holds all fields of that item and of no other', () => {
  assert.equal(shown(provenance.range('request', 'steps.1')), '2:15-3:10');
  assert.equal(shown(provenance.range('request', 'steps.1.text')), '2:18-3:10');
  assert.equal(provenance.range('request', 'steps.'), undefined);
});

test('a path is not taken for another that it begins', () => {
  const lines = Array.from({ length: 11 }, (_, i) => `งานที่ ${i}`);
  const long = readingOf(lines);
  const texts = lines.map((line, i) => `steps.${i}.text|${line}`);
  assert.equal(
    shown(provenanceOf(long, align(long, piecesOf(texts))).range('part', 'steps.1')),
    '2:1-2:9',
  );
});

test('the pieces of a part come in the order of the source', () => {
  assert.deepEqual(
    provenance.piecesOf('request').map(({ path }) => path),
    [
      'steps.0.mark',
      'steps.0.text',
      'steps.1.mark',
      'steps.1.text',
      'steps.2.mark',
      'steps.2.text',
    ],
  );
});

test('the corrections of a span are those inside it', () => {
  const read = (part: string, path: string): string[] => {
    const span = provenance.range(part, path);
    return span ? provenance.corrections(span).map((correction) => correction.read) : [];
  };
  assert.deepEqual(read('request', 'steps.0'), ['แจ้ง']);
  assert.deepEqual(read('request', 'steps.1'), ['แล้ว']);
  assert.deepEqual(read('request', 'steps.2'), []);
  assert.deepEqual(read('preface', ''), []);
  assert.deepEqual(read('request', ''), ['แจ้ง', 'แล้ว']);
});

test('a line names all that stands on it, in order', () => {
  const onLine = (line: number): string[] =>
    (provenance.piecesByLine().get(line) ?? []).map(({ part, path }) => `${part} ${path}`);
  assert.deepEqual(onLine(1), ['preface title']);
  assert.deepEqual(onLine(2), [
    'request steps.0.mark',
    'request steps.0.text',
    'request steps.1.mark',
    'request steps.1.text',
  ]);
  assert.deepEqual(onLine(3), [
    'request steps.1.text',
    'request steps.2.mark',
    'request steps.2.text',
  ]);
  assert.deepEqual(onLine(4), ['report heading']);
  assert.deepEqual(onLine(5), []);
});

test('the runs within a span are cut at its ends', () => {
  const span = provenance.span('request', 'steps.1.text');
  assert.deepEqual(printed(span), ['เสนอหัวหน้า', 'ลงนาม ', 'แลว']);
  const [first, second] = span ? runsWithin(reading, span) : [];
  assert.deepEqual({ from: first?.from, to: first?.to }, { from: 17, to: 28 });
  assert.deepEqual({ from: second?.from, to: second?.to }, { from: 0, to: 6 });
});

test('a corrected run is kept whole though the span begins or ends within it', () => {
  const span: Span = { seed: '001', from: { line: 2, column: 5 }, to: { line: 2, column: 6 } };
  assert.deepEqual(printed(span), ['แจง']);
});

test('a corrected run that only touches the span is none of its runs', () => {
  const after: Span = { seed: '001', from: { line: 2, column: 7 }, to: { line: 2, column: 14 } };
  assert.deepEqual(printed(after), ['ให้ทราบ']);
  const before: Span = { seed: '001', from: { line: 2, column: 1 }, to: { line: 2, column: 4 } };
  assert.deepEqual(printed(before), ['1. ']);
  assert.deepEqual(provenance.corrections(after), []);
});

test('an omitted run between the ends of a span is one of its runs', () => {
  const whole: Span = { seed: '001', from: { line: 1, column: 1 }, to: { line: 1, column: 12 } };
  assert.deepEqual(
    runsWithin(reading, whole).map(({ type, printed: words }) => [type, words]),
    [
      ['same', 'คำนำ '],
      ['omitted', 'หน้า 1'],
    ],
  );
  assert.deepEqual(printed({ ...whole, to: { line: 1, column: 10 } }), ['คำนำ ', 'หน้า']);
});
