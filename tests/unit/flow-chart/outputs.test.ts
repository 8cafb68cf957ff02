// Unit tests: the size of a picture, the address of Mermaid's editor, where a zoom scrolls to.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mermaidLiveUrl } from '../../../src/components/flow-chart/mermaid-live.ts';
import { pictureSize } from '../../../src/components/flow-chart/picture-size.ts';
import { zoomAround } from '../../../src/components/flow-chart/zoom.ts';

test('a picture is twice as sharp as the drawing', () => {
  assert.deepEqual(pictureSize(320, 1436), { width: 640, height: 2872, scale: 2 });
});

test('a drawing of many steps still fits a canvas', () => {
  for (const [width, height] of [
    [320, 12_000],
    [2000, 9000],
    [40_000, 30],
  ] as const) {
    const picture = pictureSize(width, height);
    assert.ok(picture.width * picture.height <= 16_777_216);
    assert.ok(Math.max(picture.width, picture.height) <= 16_384);
    assert.ok(picture.width > 0 && picture.height > 0);
  }
});

test('Mermaid’s editor gets the source as it stands, Thai, quotes and emoji too', () => {
  const code = 'flowchart TB\n  a["ขั้น ๑ “รับ” 📎 <b>"] --> b';
  const url = mermaidLiveUrl(code);
  const [head, coded = ''] = url.split('#base64:');
  assert.equal(head, 'https://mermaid.live/edit');
  assert.match(coded, /^[\w-]+$/);
  const state = JSON.parse(Buffer.from(coded, 'base64url').toString('utf8')) as object;
  assert.deepEqual(state, {
    code,
    mermaid: '{"theme":"default"}',
    autoSync: true,
    updateDiagram: true,
  });
});

test('what is under the fingers stays under them while zooming', () => {
  const around = { x: 100, y: 50 };
  const scroll = { x: 20, y: 400 };
  const after = zoomAround(scroll, around, 2);
  assert.deepEqual(after, { x: 140, y: 850 });
  assert.deepEqual(zoomAround(after, around, 1 / 2), scroll);
});
