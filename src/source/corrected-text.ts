// Stage: source. A text of content and the corrections that touch it → its runs, corrected words apart.
import type { Correction } from './seed-notes.ts';

export interface TextRun {
  readonly text: string;
  readonly correction?: Correction;
}

/**
 * Cuts a text at its corrected words, in order. A correction that left no words behind (a `###` taken away), or whose
 * words were tidied beyond recognition, marks nothing. Joining the runs gives the text back.
 */
export function correctedRuns(text: string, corrections: readonly Correction[]): TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const correction of corrections) {
    const found = correction.read.trim() === '' ? -1 : text.indexOf(correction.read.trim(), at);
    if (found < 0) continue;
    if (found > at) runs.push({ text: text.slice(at, found) });
    at = found + correction.read.trim().length;
    runs.push({ text: text.slice(found, at), correction });
  }
  if (at < text.length || runs.length === 0) runs.push({ text: text.slice(at) });
  return runs;
}
