// Stage: components. A numbered list and its provenance → its items with marks, corrected words and places.
import { bareMark, markAt } from '../model/mark.ts';
import type { NumberedList } from '../model/text.ts';
import { correctedRuns, type TextRun } from '../source/corrected-text.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote, type SourceNote } from '../source/source-note.ts';

export interface ItemView {
  readonly id: string;
  readonly mark: string | undefined;
  readonly runs: readonly TextRun[];
  readonly note: SourceNote | undefined;
  readonly items: readonly ItemView[];
}

/** `path` is where the list stands in its part: `` for a list section, `scope`, `strategies.0.goals`. */
export function itemViews(
  list: NumberedList,
  provenance: Provenance,
  part: string,
  path: string,
): ItemView[] {
  return list.items.map((item, i) => {
    const at = `${path === '' ? '' : `${path}.`}items.${String(i)}`;
    return {
      ...textView(item, provenance, part, at),
      mark: list.numbering && bareMark(markAt(list.numbering, i)),
      items: (item.items ?? []).map((sub, j) => ({
        ...textView(sub, provenance, part, `${at}.items.${String(j)}`),
        mark: item.numbering && bareMark(markAt(item.numbering, j)),
        items: [],
      })),
    };
  });
}

function textView(
  item: { id: string; text: string },
  provenance: Provenance,
  part: string,
  path: string,
): Pick<ItemView, 'id' | 'runs' | 'note'> {
  const note = pieceNote(provenance, part, `${path}.text`);
  return { id: item.id, runs: correctedRuns(item.text, note?.corrections ?? []), note };
}
