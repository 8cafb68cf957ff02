// Stage: components. What two manuals have in common → sections of pairs, each with its words compared and its places.
import type { PlacedText, SameKind, SamePair, SameWork } from '../model/same-work.ts';
import { tokenDiff, tokens, type WordDiff } from '../model/word-diff.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote, type SourceNote } from '../source/source-note.ts';
import { remembered } from '../thai/remembered.ts';
import { href } from './href.ts';
import { escapeHtml, thaiHtml } from './thai-html.ts';

/** A text stands beside several others. */
const cut = remembered(tokens);

/** A text as it is shown. */
export interface SideView {
  readonly html: string;
  /** `งาน: …`, where it is a step. */
  readonly heading: string | undefined;
}

/** Of each two, the first is the first manual's. */
interface Compared {
  /** Whether they have the same words, or how many places differ. */
  readonly says: string;
  readonly notes: readonly [SourceNote | undefined, SourceNote | undefined];
}

/** One text: it need not stand there twice. */
interface SameView extends Compared, SideView {
  readonly is: 'same';
}

interface DifferentView extends Compared {
  readonly is: 'different';
  readonly sides: readonly [SideView, SideView];
  /** What stands in each place: `“กลุ่ม” / ไม่มี`. */
  readonly changes: string;
}

export type PairView = SameView | DifferentView;

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

function pairView({ a, b }: SamePair, provenance: (manual: string) => Provenance): PairView {
  const noteOf = ({ manual, part, path }: PlacedText): SourceNote | undefined =>
    pieceNote(provenance(manual.id), part, path);
  const notes = [noteOf(a), noteOf(b)] as const;
  const diff = a.text === b.text ? undefined : tokenDiff(cut(a.text), cut(b.text));
  if (!diff || diff.changes.length === 0) {
    const says = diff ? 'ตรงกันทุกคำ เว้นวรรคต่างกัน' : 'ตรงกันทุกคำ';
    return { is: 'same', html: thaiHtml(a.text), heading: headingOf(a, b), says, notes };
  }
  const side = (placed: PlacedText, runs: Runs): SideView => ({
    html: diffHtml(runs),
    heading: headingOf(placed),
  });
  return {
    is: 'different',
    sides: [side(a, diff.a), side(b, diff.b)],
    says: `ต่างกัน ${String(diff.changes.length)} แห่ง`,
    changes: diff.changes.map(changeWords).join(' · '),
    notes,
  };
}

/** Of one text, or of two that are shown as one. */
function headingOf(...placed: PlacedText[]): string | undefined {
  if (placed[0]?.kind !== 'step') return undefined;
  return `งาน: ${[...new Set(placed.map(({ heading }) => heading))].join(' / ')}`;
}

function changeWords({ a, b }: WordDiff['changes'][number]): string {
  return [a, b].map((words) => (words === '' ? 'ไม่มี' : `“${words}”`)).join(' / ');
}

type Runs = WordDiff['a'];

/** The way to a text's place in its source. @param name what its manual is called */
export function fromHtml(note: SourceNote | undefined, label: string, name = ''): string {
  if (!note) return '';
  const whose = `<span class="vh"> ของ${escapeHtml(name)}</span>`;
  return `<a class="from" href="${href(note.path)}">${label} ${note.lines}${whose}</a>`;
}

/** Words that only this side has stand in `<mark>`. */
function diffHtml(runs: Runs): string {
  return runs
    .map(({ text, same }) => {
      if (same) return thaiHtml(text);
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
      return `${escapeHtml(before)}<mark class="differs">${thaiHtml(words)}</mark>${escapeHtml(after)}`;
    })
    .join('');
}
