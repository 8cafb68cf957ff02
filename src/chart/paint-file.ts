// Stage: chart. Drawing → an SVG file that is right by itself: its own colours, its letters as outlines, no links.
import { BOLD, LINE, SMALL, SMALL_LINE } from './box.ts';
import type { Drawing } from './drawing.ts';
import { escapeXml } from './escape.ts';
import { placedGlyphs, textWidth, type Weight } from './fonts.ts';
import { num, type Ink, type Mark, type Words } from './ink.ts';
import { paintParts } from './paint.ts';
import { wrapText } from './wrap.ts';

/** The light pigments of src/styles/palette.css: a file is looked at on white, and printed. */
const INK = '#1a2029';
const SOFT = '#525c68';
const PAPER = '#ffffff';
const CONTROL = '#767e74';
const HAIR = '#d9ded5';
const TINT = '#e2eaf7';
const STRONG = '#16264a';
const SOURCE = '#9a2b20';
const MARGIN = '#e3a79d';
const GAP = '#674900';

const MARGIN_WIDTH = 16;

const line = (colour: string, width = 1.25, more = ''): string =>
  ` fill="none" stroke="${colour}" stroke-width="${String(width)}"${more}`;
const filled = (fill: string, colour: string): string =>
  ` fill="${fill}" stroke="${colour}" stroke-width="1.25"`;
const dashed = (pattern: string): string => ` stroke-dasharray="${pattern}"`;
const noHead = ' marker-end="none"';

const MARKS: Readonly<Record<Mark, string>> = {
  box: filled(PAPER, CONTROL),
  strip: ` fill="${TINT}"`,
  seal: line(CONTROL),
  edge: line(SOFT, 1.5),
  inferred: line(SOURCE, 1.5, dashed('5 4')),
  behindWhen: ` fill="${PAPER}"`,
  pill: line(SOFT),
  frame: line(CONTROL),
  header: filled(TINT, CONTROL),
  lane: filled(PAPER, HAIR),
  unnamedLane: line(CONTROL, 1, dashed('4 4')),
  laneLine: line(MARGIN, 1.5, noHead),
  recipientLine: line(SOFT, 1, dashed('2 3')),
  recipient: filled(PAPER, CONTROL),
  arrow: ` fill="${SOFT}"`,
  inferredArrow: ` fill="${SOURCE}"`,
};

interface Type {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}
const WORDS: Readonly<Record<Words, Type>> = {
  text: { size: 16, weight: 400, colour: INK },
  bold: { size: 16, weight: 700, colour: INK },
  number: { size: 16, weight: 700, colour: STRONG },
  unnamed: { size: 16, weight: 400, colour: GAP },
  actor: { size: 14, weight: 400, colour: SOFT },
  to: { size: 14, weight: 400, colour: SOFT },
  when: { size: 14, weight: 700, colour: INK },
  recipient: { size: 14, weight: 400, colour: SOFT },
};

/** A whole SVG document: the title above the drawing, the remarks below it. */
export function paintFile(drawing: Drawing, remarks: readonly string[] = []): string {
  const outlines = new Map<string, string>();
  const ink = fileInk(outlines);
  const title = wrapText(drawing.title, drawing.width, BOLD);
  const top = title.length * LINE + 12;
  const below = remarks.flatMap((remark) => wrapText(remark, drawing.width, SMALL));
  const [width, height] = [
    drawing.width + 2 * MARGIN_WIDTH,
    top + drawing.height + below.length * SMALL_LINE + 2 * MARGIN_WIDTH,
  ];
  const head = ink.words('bold', { lines: title, x: 0, y: 17, anchor: 'start' }, LINE);
  const foot = { lines: below, x: 0, y: top + drawing.height + 18, anchor: 'start' } as const;
  const inner = [
    head,
    `<g transform="translate(0 ${String(top)})">${paintParts(drawing, 'chart', ink)}</g>`,
    below.length === 0 ? '' : ink.words('to', foot, SMALL_LINE),
  ].join('');
  const letters = [...outlines].map(([key, outline]) => `<path id="${key}" d="${outline}"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width)}" height="${num(height)}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escapeXml(drawing.title)}</title><desc id="d">${escapeXml(drawing.description)}</desc>`,
    `<defs>${letters.join('')}</defs>`,
    `<rect width="${num(width)}" height="${num(height)}" fill="${PAPER}"/>`,
    `<g transform="translate(${String(MARGIN_WIDTH)} ${String(MARGIN_WIDTH)})">${inner}</g></svg>\n`,
  ].join('');
}

function fileInk(outlines: Map<string, string>): Ink {
  return {
    mark: (mark) => MARKS[mark],
    words(words, { lines, x, y, anchor }, step) {
      const { size, weight, colour } = WORDS[words];
      const share = { start: 0, middle: 0.5, end: 1 }[anchor];
      const placed = lines.map((text, i) => {
        const left = x - share * textWidth(text, size, weight);
        const at = [left / size, (y + i * step) / size].map(units);
        return `<g transform="translate(${at.join(' ')})">${letters(text, weight, outlines)}</g>`;
      });
      return `<g fill="${colour}" transform="scale(${String(size / 1000)})">${placed.join('')}</g>`;
    },
    node: (node, _kind, inner) => `<g><title>${escapeXml(node.spoken)}</title>${inner}</g>`,
    data: () => '',
  };
}

/** A line's letters, from its beginning and its foot. */
function letters(text: string, weight: Weight, outlines: Map<string, string>): string {
  let made = '';
  for (const { key, outline, x, y } of placedGlyphs(text, weight)) {
    const place = (x === 0 ? '' : ` x="${units(x)}"`) + (y === 0 ? '' : ` y="${units(y)}"`);
    if (outline === undefined) {
      // Whoever looks at the file may have a font with the letter.
      made += `<text${place} font-size="1000" font-family="sans-serif">${escapeXml(key)}</text>`;
      continue;
    }
    outlines.set(key, outline);
    made += `<use href="#${key}"${place}/>`;
  }
  return made;
}

/** Those of the outlines, 1000 an em. */
function units(em: number): string {
  return String(Math.round(em * 1000));
}
