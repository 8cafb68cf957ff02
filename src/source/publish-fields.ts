// Stage: source. What is published is made of this; a link, a piece's place → the fields that say them in the published data.
import type { Basis } from '../model/basis.ts';
import type { Library } from '../model/library.ts';
import type { Published } from '../model/published.ts';
import type { SameWork } from '../model/same-work.ts';
import type { Provenance } from './provenance.ts';
import type { Reading } from './reading.ts';
import type { Correction } from './seed-notes.ts';

export interface Sources {
  readonly library: Library;
  readonly readings: readonly Reading[];
  readonly corrections: readonly Correction[];
  readonly provenance: (manual: string) => Provenance;
  readonly works: () => readonly SameWork[];
}

export type PublishedSource = Published['procedures'][number]['steps'][number]['source'];

export const link = (to: { ref: string; basis: Basis }): { id: string; basis: Basis } => ({
  id: to.ref,
  basis: to.basis,
});

export function sourceOf(provenance: Provenance, part: string, path: string): PublishedSource {
  const span = provenance.span(part, path);
  return span ? { file: `${span.seed}.txt`, line: span.from.line, column: span.from.column } : null;
}
