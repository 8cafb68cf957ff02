// Stage: chart. A text and a width → its lines, broken between Thai words, of about the same length.
import { breakOpportunities } from '../thai/line-break.ts';
import { remembered } from '../thai/remembered.ts';
import { textWidth, type Weight } from './fonts.ts';

export interface TextStyle {
  /** px */
  readonly size: number;
  readonly weight: Weight;
}

/** What a break costs that is not after a space, in px of raggedness: a Thai phrase ends at a space. */
const MID_PHRASE = 26;
/** What it costs when a line ends in a word that belongs to the next one. */
const HANGING = 34;
const JOINS_NEXT = new Set(
  'และ หรือ เพื่อ ใน ของ กับ โดย ให้ ที่ แก่ จาก ตาม ต่อ ด้วย หาก แต่ เป็น ถึง แล้ว'.split(' '),
);
/** Widths of pieces add up to the width of the line but for kerning between them. */
const SLACK = 1;

const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

interface Piece {
  readonly text: string;
  /** Without the space that may stand at its end. */
  readonly bare: number;
  readonly full: number;
  /** What a line that ends with it costs. */
  readonly cost: number;
}

/**
 * As few lines as fit, then the evenest of those; together they are the text again: the space at which a line was
 * broken stays at its end. Only a piece that is wider than a line is cut between its letters.
 *
 * @param width px; at least as wide as the widest letter.
 */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const pieces = cut(text).flatMap((piece): Piece[] => {
    const whole = measured(piece, style);
    return whole.bare <= width - SLACK
      ? [whole]
      : letters(piece, width - SLACK, style).map((part) => measured(part, style));
  });
  return balanced(pieces, width - SLACK);
}

function measured(text: string, { size, weight }: TextStyle): Piece {
  const full = textWidth(text, size, weight);
  const trimmed = text.trimEnd();
  const bare = trimmed === text ? full : textWidth(trimmed, size, weight);
  return { text, bare, full, cost: costOfEnd(text) };
}

/** The width of the widest line, in px. */
export function widestLine(lines: readonly string[], style: TextStyle): number {
  return Math.max(0, ...lines.map((line) => textWidth(line.trimEnd(), style.size, style.weight)));
}

/** The width of the widest part that is never broken, in px: narrower than this, wrapText() cuts words. */
export function widestPiece(text: string, style: TextStyle): number {
  return widestLine(cut(text), style);
}

const cut = remembered((text): readonly string[] => {
  const places = [0, ...breakOpportunities(text), text.length];
  return places.slice(1).map((end, i) => text.slice(places[i], end));
});

/** A piece that is wider than a line, in parts that are not. */
function letters(piece: string, width: number, { size, weight }: TextStyle): string[] {
  const parts: string[] = [];
  for (const { segment } of graphemes.segment(piece)) {
    const last = parts.at(-1);
    if (last !== undefined && textWidth(last + segment.trimEnd(), size, weight) <= width)
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

function costOfEnd(piece: string): number {
  const cost = piece.endsWith(' ') ? 0 : MID_PHRASE ** 2;
  return JOINS_NEXT.has(piece.trimEnd()) ? cost + HANGING ** 2 : cost;
}

/** Least raggedness over the fewest lines. best[i]: the lines from piece i on. */
function balanced(pieces: readonly Piece[], width: number): string[] {
  interface Rest {
    readonly lines: number;
    readonly cost: number;
    readonly next: number;
  }
  const best: Rest[] = [];
  best[pieces.length] = { lines: 0, cost: 0, next: pieces.length };
  for (let from = pieces.length - 1; from >= 0; from -= 1) {
    let before = 0;
    for (let to = from; to < pieces.length; to += 1) {
      const piece = pieces[to];
      const rest = best[to + 1];
      if (!piece || !rest || (to > from && before + piece.bare > width)) break;
      const slack = width - before - piece.bare;
      before += piece.full;
      const last = to + 1 === pieces.length;
      const lines = rest.lines + 1;
      const cost = rest.cost + slack * slack + (last ? 0 : piece.cost);
      const known = best[from];
      if (!known || lines < known.lines || (lines === known.lines && cost < known.cost))
        best[from] = { lines, cost, next: to + 1 };
    }
  }
  const lines: string[] = [];
  for (let at = 0; at < pieces.length;) {
    const next = best[at]?.next ?? pieces.length;
    lines.push(
      pieces
        .slice(at, next)
        .map(({ text }) => text)
        .join(''),
    );
    at = next;
  }
  return lines.length > 0 ? lines : [''];
}
