// Stage: components. What two manuals have in common → sections of pairs, each with its words compared and its places.
import type { SameKind, SamePair, SameWork } from '../model/same-work.ts';
import { tokenDiff, tokens, type WordDiff } from '../model/word-diff.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote, type SourceNote } from '../source/source-note.ts';
import { remembered } from '../thai/remembered.ts';
import { escapeHtml, thaiHtml } from './thai-html.ts';

/** A text stands beside several others. */
const cut = remembered(tokens);

export interface PairView {
  readonly pair: SamePair;
  readonly diff: WordDiff;
  readonly a: SideView;
  readonly b: SideView;
  /** `ตรงกันทุกคำ`, or how many places differ. */
  readonly says: string;
}
export interface SideView {
  readonly html: string;
  readonly heading: string;
  readonly note: SourceNote | undefined;
}

/** Pairs of one kind under one heading, in the order of the first manual. */
export interface CompareSection {
  readonly title: string;
  readonly pairs: readonly PairView[];
}

const kindTitle: Record<SameKind, string> = {
  statement: '',
  item: '',
  task: 'ภารกิจ',
  procedure: 'งานที่มีขั้นตอน',
  step: 'ขั้นตอนที่ถ้อยคำตรงหรือใกล้เคียงกัน',
};

export function compareSections(
  { pairs }: SameWork,
  provenance: (manual: string) => Provenance,
): CompareSection[] {
  const sections = new Map<string, { title: string; pairs: PairView[] }>();
  for (const pair of pairs) {
    const title =
      kindTitle[pair.a.kind] || [...new Set([pair.a.heading, pair.b.heading])].join(' / ');
    const section = sections.get(`${pair.a.family} ${title}`) ?? { title, pairs: [] };
    section.pairs.push(pairView(pair, provenance));
    sections.set(`${pair.a.family} ${title}`, section);
  }
  return [...sections.values()];
}

function pairView(pair: SamePair, provenance: (manual: string) => Provenance): PairView {
  const diff = tokenDiff(cut(pair.a.text), cut(pair.b.text));
  const side = (which: 'a' | 'b'): SideView => {
    const placed = pair[which];
    return {
      html: diffHtml(diff[which]),
      heading: placed.heading,
      note: pieceNote(provenance(placed.manual.id), placed.part, placed.path),
    };
  };
  return { pair, diff, a: side('a'), b: side('b'), says: saysOf(diff) };
}

function saysOf({ changes }: WordDiff): string {
  return changes.length === 0 ? 'ตรงกันทุกคำ' : `ต่างกัน ${String(changes.length)} แห่ง`;
}

/** Words that only this side has stand in `<mark>`. */
function diffHtml(runs: WordDiff['a']): string {
  return runs
    .map(({ text, same }) => {
      if (same) return thaiHtml(text);
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      return `${escapeHtml(before)}<mark class="differs">${thaiHtml(words)}</mark>${escapeHtml(after)}`;
    })
    .join('');
}
