// Stage: source. A span → what the page says about where a text stands: its lines and what was corrected in it.
import { sourcePath } from '../model/paths.ts';
import type { Span } from './align.ts';
import type { Provenance } from './provenance.ts';
import type { Correction } from './seed-notes.ts';

export interface SourceNote {
  /** `บรรทัด 95` or `บรรทัด 85–89`. */
  readonly lines: string;
  /** From the site's root. */
  readonly path: string;
  readonly corrections: readonly Correction[];
}

/** The note of one piece (`steps.0.text`) of a part; undefined where no such piece stands in the source. */
export function pieceNote(
  provenance: Provenance,
  part: string,
  path: string,
): SourceNote | undefined {
  return note(provenance, provenance.span(part, path));
}

/** The note of a part, or of all its pieces below a path. */
export function rangeNote(provenance: Provenance, part: string, path = ''): SourceNote | undefined {
  return note(provenance, provenance.range(part, path));
}

function note(provenance: Provenance, span: Span | undefined): SourceNote | undefined {
  if (!span) return undefined;
  const { from, to } = span;
  const lines =
    from.line === to.line
      ? `บรรทัด ${String(from.line)}`
      : `บรรทัด ${String(from.line)}–${String(to.line)}`;
  return {
    lines,
    path: sourcePath(span.seed, from.line),
    corrections: provenance.corrections(span),
  };
}
