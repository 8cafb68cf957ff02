// Stage: source. Alignments → where a piece of content stands, as printed and as read.
import type { Alignment, Span } from './align.ts';
import type { Piece } from './pieces.ts';
import type { Reading, Run } from './reading.ts';
import type { Correction } from './seed-notes.ts';

/** One manual's way back to its seed. */
export interface Provenance {
  readonly reading: Reading;
  /** The span of a piece, or undefined where the content has no such field. */
  span(part: string, path: string): Span | undefined;
  /** From the first to the last piece of a part whose path begins with `path`. */
  range(part: string, path?: string): Span | undefined;
  /** The pieces of a part, in the order of the source. */
  piecesOf(part: string): readonly Piece[];
  /** The corrections that touch a span. */
  corrections(span: Span): readonly Correction[];
  /** The parts whose pieces stand on a line, in order. */
  usedOn(line: number): readonly { readonly part: string; readonly path: string }[];
}

/** Indexes an alignment for look-ups by part and path, and by line. */
export function provenanceOf(reading: Reading, alignment: Alignment): Provenance {
  const spans = new Map<string, Span>();
  const byPart = new Map<string, { path: string; span: Span; piece: Piece }[]>();
  const byLine = new Map<number, { part: string; path: string }[]>();
  for (const { piece, span } of alignment.pieces) {
    spans.set(`${piece.part} ${piece.path}`, span);
    push(byPart, piece.part, { path: piece.path, span, piece });
    for (let line = span.from.line; line <= span.to.line; line++)
      push(byLine, line, { part: piece.part, path: piece.path });
  }
  return {
    reading,
    span: (part, path) => spans.get(`${part} ${path}`),
    range(part, path = '') {
      const within = (byPart.get(part) ?? []).filter(
        (entry) => entry.path === path || path === '' || entry.path.startsWith(`${path}.`),
      );
      const first = within[0]?.span;
      const last = within.at(-1)?.span;
      return first && last && { seed: first.seed, from: first.from, to: last.to };
    },
    piecesOf: (part) => (byPart.get(part) ?? []).map(({ piece }) => piece),
    corrections: (span) => correctionsWithin(reading, span),
    usedOn: (line) => byLine.get(line) ?? [],
  };
}

/** The corrections that touch a span. */
export function correctionsWithin(reading: Reading, span: Span): Correction[] {
  return runsWithin(reading, span).flatMap((run) =>
    run.type === 'corrected' ? [run.correction] : [],
  );
}

/** The runs of the seed between a span's ends; a run that lies only partly inside is cut. */
export function runsWithin(reading: Reading, span: Span): Run[] {
  const runs: Run[] = [];
  for (const line of reading.lines.slice(span.from.line - 1, span.to.line)) {
    const from = line.number === span.from.line ? span.from.column - 1 : 0;
    const to = line.number === span.to.line ? span.to.column - 1 : line.printed.length;
    for (const run of line.runs) {
      if (run.to <= from || run.from >= to) continue;
      if (run.type === 'corrected') runs.push(run);
      else {
        const start = Math.max(run.from, from);
        const end = Math.min(run.to, to);
        runs.push({
          ...run,
          from: start,
          to: end,
          printed: run.printed.slice(start - run.from, end - run.from),
        });
      }
    }
  }
  return runs;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
