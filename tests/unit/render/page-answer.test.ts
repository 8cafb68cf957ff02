// What a page answers with while a site is made, in the place of Node's Response.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerPlainly, PageAnswer } from '../../../src/render/page-answer.ts';

test('a text stays one, bytes stay the same bytes', () => {
  const bytes = new TextEncoder().encode('ก');
  assert.equal(new PageAnswer('ก').body, 'ก');
  assert.equal(new PageAnswer(bytes).body, bytes);
  assert.equal(new PageAnswer(null).body, null);
  const { status, headers } = new PageAnswer('', { status: 404, headers: { 'x-a': '1' } });
  assert.deepEqual([status, headers.get('X-A')], [404, '1']);
});

test('what is neither is refused, and does not become the text of an object', () => {
  const stream = new ReadableStream() as unknown as string;
  assert.throws(() => new PageAnswer(stream), TypeError);
});

test('only in between is a Response one of these', () => {
  const { Response: before } = globalThis;
  const restore = answerPlainly();
  const answer: unknown = Response.json({ ก: 1 });
  restore();
  assert.ok(answer instanceof PageAnswer);
  assert.equal(answer.body, '{"ก":1}');
  assert.equal(answer.headers.get('content-type'), 'application/json');
  assert.equal(globalThis.Response, before);
});
