// Jumps beside a column → tracks.
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { assignTracks } from '../../../src/chart/tracks.ts';

suite('tracks beside the column', () => {
  test('a short jump runs inside of a long one', () => {
    assert.deepEqual(
      assignTracks([
        { from: 5, to: 1 },
        { from: 3, to: 2 },
      ]),
      { track: [1, 0], count: 2 },
    );
  });
  test('jumps that do not pass each other share a track', () => {
    assert.equal(
      assignTracks([
        { from: 2, to: 1 },
        { from: 5, to: 4 },
      ]).count,
      1,
    );
  });
  test('jumps to one place share a track', () => {
    assert.equal(
      assignTracks([
        { from: 1, to: 9 },
        { from: 4, to: 9 },
      ]).count,
      1,
    );
  });
  test('no two jumps to different places run over each other', () => {
    const jump = fc.record({ from: fc.nat(20), to: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(jump, { maxLength: 12 }), (jumps) => {
        const { track } = assignTracks(jumps);
        jumps.forEach((a, i) =>
          jumps.forEach((b, j) => {
            if (i === j || track[i] !== track[j] || a.to === b.to) return;
            const [low, high] = [Math.min(a.from, a.to), Math.max(a.from, a.to)];
            assert.ok(high < Math.min(b.from, b.to) || low > Math.max(b.from, b.to));
          }),
        );
      }),
    );
  });
});
