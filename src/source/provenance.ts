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
  /** The pieces that stand on each line, in order; looked up anew each time. */
  piecesByLine(): ReadonlyMap<number, readonly Piece[]>;
}

/** Looked up by part and path, and by line. Of many manuals all are kept: what an alignment holds is not written down again. */
export function provenanceOf(reading: Reading, alignment: Alignment): Provenance {
  const byPart = Map.groupBy(alignment.pieces, ({ piece }) => piece.part);
  const of = (part: string): Alignment['pieces'] => byPart.get(part) ?? [];
  return {
    reading,
    // A part has some dozen pieces.
    span: (part, path) => of(part).find(({ piece }) => piece.path === path)?.span,
    range(part, path = '') {
      const within = of(part).filter(
        ({ piece }) => piece.path === path || path === '' || piece.path.startsWith(`${path}.`),
      );
      const first = within[0]?.span;
      const last = within.at(-1)?.span;
      return first && last && { seed: first.seed, from: first.from, to: last.to };
    },
    piecesOf: (part) => of(part).map(({ piece }) => piece),
    corrections: (span) => correctionsWithin(reading, span),
    piecesByLine() {
      const byLine = new Map<number, Piece[]>();
      for (const { piece, span } of alignment.pieces) {
        for (let line = span.from.line; line <= span.to.line; line++) {
          const there = byLine.get(line);
          if (there) there.push(piece);
          else byLine.set(line, [piece]);
        }
      }
      return byLine;
    },
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
