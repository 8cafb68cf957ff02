// Stage: chart. Jumps along a column → parallel tracks beside it, so that no two run over each other.

export interface Jump {
  /** Indices in the column, in either order. */
  readonly from: number;
  readonly to: number;
}

export interface Tracks {
  /** 0 is next to the column; by the index of the jump. */
  readonly track: readonly number[];
  readonly count: number;
}

/**
 * Short jumps run inside, long ones outside. Jumps to one place share a track and meet on the way.
 *
 * @example assignTracks([{ from: 5, to: 1 }, { from: 3, to: 2 }]).track // [1, 0]
 */
export function assignTracks(jumps: readonly Jump[]): Tracks {
  const byTarget = new Map<number, { low: number; high: number; jumps: number[] }>();
  jumps.forEach(({ from, to }, i) => {
    const known = byTarget.get(to) ?? { low: to, high: to, jumps: [] };
    byTarget.set(to, {
      low: Math.min(known.low, from),
      high: Math.max(known.high, from),
      jumps: [...known.jumps, i],
    });
  });
  const spans = [...byTarget.values()].sort(
    (a, b) => a.high - a.low - (b.high - b.low) || a.low - b.low,
  );
  const taken: { low: number; high: number }[][] = [];
  const track: number[] = [];
  for (const span of spans) {
    const free = taken.findIndex((others) =>
      others.every(({ low, high }) => span.high < low || span.low > high),
    );
    const chosen = free === -1 ? taken.length : free;
    (taken[chosen] ??= []).push(span);
    for (const jump of span.jumps) track[jump] = chosen;
  }
  return { track, count: taken.length };
}
