// Stage: import. A source's text and all texts that the project has → the places that read like slips, with proposals.
import type { Correction } from '../source/seed-notes.ts';
import { makeBlocks } from './blocks.ts';
import { mendMarks } from './displaced-marks.ts';
import { makeDraft } from './draft.ts';
import { isKnownWord, wordsOf } from './known-word.ts';
import { addsAMark, letterDistance, nearReadings } from './readings.ts';
import { sourceLines } from './source-lines.ts';
import { placedWords, WordModel } from './word-model.ts';

/** A proposal has the form of an entry in corrections.yaml, but for the seed. */
export type Proposal = Omit<Correction, 'seed'>;

/** Proposals for a source, in the order of its lines; of those that lie over one another, the surest. */
export function findSlips(text: string, texts: readonly string[]): Proposal[] {
  const model = new WordModel(texts);
  const lines = text.split(/\r?\n/);
  const words = lines.flatMap((line, i) =>
    apart([...displaced(line), ...doubled(line, texts), ...misread(line, model, texts)]).map(
      (slip) => proposal(slip, line, i + 1),
    ),
  );
  return [...words, ...structure(text, lines)].toSorted((a, b) => a.line - b.line);
}

/** Numbers that do not count on, and headings that are an item's end: what the import reads otherwise than printed. */
function structure(text: string, lines: readonly string[]): Proposal[] {
  const { findings } = makeBlocks(sourceLines(text).lines);
  const torn = findings
    .filter(({ kind }) => kind === 'torn-heading')
    .map(({ line, problem }): Proposal => {
      const printed = lines[line - 1]?.trim() ?? '';
      const read = printed.replace(/^#+\s*/, '');
      return {
        line,
        printed,
        read,
        kind: 'join',
        reason: `${problem} เลขข้อหลังจากนั้นนับต่อ`,
        certainty: 'likely',
      };
    });
  const known = { offices: [], people: [], ids: [] };
  const draft = makeDraft({ manual: 'm', seed: 's', text, known, random: () => Math.random() });
  const numbers = draft.corrections.filter(({ kind }) => kind === 'number');
  return [
    ...torn,
    ...numbers.map(({ line, printed, read, kind, reason, certainty, occurrence }) => ({
      line, printed, read, ...(occurrence === undefined ? {} : { occurrence }), kind, reason, certainty,
    })),
  ]; // prettier-ignore
}

interface Slip {
  readonly from: number;
  readonly printed: string;
  readonly read: string;
  readonly reason: string;
  readonly certainty: Correction['certainty'];
  readonly weight: number;
}

function displaced(line: string): Slip[] {
  return mendMarks(line).mends.map(({ printed, read }) => ({
    from: line.indexOf(printed),
    printed,
    read,
    reason: 'สระหรือวรรณยุกต์เลื่อนที่',
    certainty: 'certain',
    weight: 100,
  }));
}

/** `ประสิทธิภาพ และ ประสิทธิภาพ`: a pair of the same word twice. What stands behind the first elsewhere is proposed. */
function doubled(line: string, texts: readonly string[]): Slip[] {
  return [...line.matchAll(/([ก-ฮเ-ไ][ก-๎]{3,30}?)(\s?)(และ|หรือ)(\s?)\1(?![ก-๎]*\1)/gu)].flatMap(
    (match) => {
      const [printed, word = '', before = '', joint = '', after = ''] = match;
      const isWord = wordsOf(word).every((part) => isKnownWord(part));
      if (!isWord) return [];
      const partner = texts
        .flatMap((text) => [
          ...text.replace(/[ \t]/g, '').matchAll(new RegExp(`${word}${joint}([ก-๎]{3,20})`, 'gu')),
        ])
        .map(([, next = '']) => wordsOf(next)[0] ?? '')
        .find((next) => next.length > 3 && !word.startsWith(next));
      const read = partner === undefined ? word : word + before + joint + after + partner;
      const reason =
        partner === undefined
          ? `คำว่า ${word} พิมพ์ซ้ำ`
          : `คำว่า ${word} พิมพ์ซ้ำ ที่อื่นพิมพ์ ${word}${joint}${partner}`;
      return [
        { from: match.index, printed, read, reason, certainty: 'likely' as const, weight: 50 },
      ];
    },
  );
}

/** Words around a place that are looked at together. */
const AROUND = 2;
/** How many bits likelier a reading has to be than what is printed: more, the further away it is. Tried out on the five sources. */
const NEAR = 9;
const FAR = 13;
const MARK = 8;
/** What a reading proposes has to stand elsewhere, and not only once. */
const LEAST = 2;
/** A word that stands more often is meant. */
const RARE = 3;

/** Words that fit badly where they stand, and of which a small change makes words that fit well. */
function misread(line: string, model: WordModel, texts: readonly string[]): Slip[] {
  const words = placedWords(line);
  const slips: Slip[] = [];
  words.forEach(({ text, from }, at) => {
    for (let length = 1; length <= 2; length++) {
      const part = words.slice(at, at + length);
      const last = part.at(-1);
      if (part.length < length || !last) continue;
      const printed = part.map((word) => word.text).join('');
      const touches = last.from + last.text.length - from === printed.length;
      if (!touches || !/^[ก-๎]+$/u.test(printed) || printed.length > 14) continue;
      if (length === 1 && model.count(text) > RARE) continue;
      const first = Math.max(0, at - AROUND);
      const before = words[first - 1]?.text ?? '';
      const here = (some: readonly { text: string }[]): { text: string; printed: boolean }[] =>
        some.map((word) => ({ text: word.text, printed: true }));
      const head = here(words.slice(first, at));
      const tail = here(words.slice(at + length, at + length + AROUND));
      const own = model.cost(before, [...head, ...here(part), ...tail]);
      const doubted = here(part).map((word) => ({ ...word, doubted: true }));
      const ownDoubted = model.cost(before, [...head, ...doubted, ...tail]);
      const near = nearReadings(printed);
      const far = length === 1 && printed.length >= 4 ? farReadings(printed, model) : [];
      let best: { read: string; gain: number } | undefined;
      for (const read of new Set([...near, ...far])) {
        const cut = wordsOf(read).map((word) => ({ text: word, printed: false }));
        if (
          read === printed ||
          !cut.every((word) => model.count(word.text) >= LEAST && isKnownWord(word.text)) ||
          (length === 2 && isUsual(printed, texts) && !texts.some((text) => text.includes(read)))
        )
          continue;
        // A mark that is lost once is lost often: its other losses do not speak for the word.
        const lost = addsAMark(printed, read) && model.count(read) >= 2 * model.count(printed);
        const likelier = (lost ? ownDoubted : own) - model.cost(before, [...head, ...cut, ...tail]);
        const gain = likelier - (lost ? MARK : near.has(read) ? NEAR : FAR);
        if (gain > 0 && gain > (best?.gain ?? 0)) best = { read, gain };
      }
      if (!best) continue;
      const known = part.every((word) => isKnownWord(word.text));
      slips.push({
        from,
        printed,
        read: best.read,
        reason: known
          ? `${printed} ไม่เข้ากับคำข้างเคียง คำที่ใกล้และเข้ากันคือ ${best.read}`
          : `ไม่พบคำว่า ${printed} ในพจนานุกรม คำที่ใกล้คือ ${best.read}`,
        certainty: known ? 'unsure' : 'likely',
        weight: best.gain,
      });
    }
  });
  return slips;
}

/** What two sources print, each for itself, is no slip of one of them. */
function isUsual(printed: string, texts: readonly string[]): boolean {
  return texts.filter((text) => text.includes(printed)).length > 1;
}

/** Words of the texts that look much like the printed one. */
function farReadings(printed: string, model: WordModel): string[] {
  return [...model.words.keys()].filter(
    (word) =>
      Math.abs(word.length - printed.length) <= 2 &&
      /^[ก-๎]{3,}$/u.test(word) &&
      letterDistance(word, printed) <= 2,
  );
}

/** The heaviest of those that lie over one another. */
function apart(slips: readonly Slip[]): Slip[] {
  const kept: Slip[] = [];
  for (const slip of slips.toSorted(
    (a, b) => b.weight - a.weight || b.printed.length - a.printed.length,
  ))
    if (
      kept.every(
        (other) =>
          slip.from + slip.printed.length <= other.from ||
          other.from + other.printed.length <= slip.from,
      )
    )
      kept.push(slip);
  return kept.toSorted((a, b) => a.from - b.from);
}

function proposal(
  { from, printed, read, reason, certainty }: Slip,
  line: string,
  number: number,
): Proposal {
  let occurrence = 1;
  for (let at = line.indexOf(printed); at >= 0 && at < from; at = line.indexOf(printed, at + 1))
    occurrence++;
  const several = line.indexOf(printed) !== line.lastIndexOf(printed);
  return {
    line: number,
    printed,
    read,
    ...(several ? { occurrence } : {}),
    kind: 'word',
    reason,
    certainty,
  };
}
