// Stage: chart. What a painter draws with: on a page classes, in a file colours and outlines of letters.
import type { DrawnNode, TextBlock } from './drawing.ts';
import { escapeXml } from './escape.ts';

/** What a shape is in the drawing. */
export type Mark =
  | 'box'
  | 'strip'
  | 'seal'
  | 'edge'
  | 'inferred'
  | 'behindWhen'
  | 'pill'
  | 'frame'
  | 'header'
  | 'lane'
  | 'unnamedLane'
  | 'laneLine'
  | 'recipientLine'
  | 'recipient'
  | 'arrow'
  | 'inferredArrow';

/** What a text is in the drawing. */
export type Words = 'text' | 'bold' | 'number' | 'actor' | 'to' | 'when' | 'unnamed' | 'recipient';

export interface Ink {
  /** Attributes of a shape, with a space before each. */
  mark(mark: Mark): string;
  /** An element; `step` is px from line to line. */
  words(words: Words, block: TextBlock, step: number): string;
  /** A node around what it shows; `kind` is its class. */
  node(node: DrawnNode, kind: string, inner: string): string;
  /** Attributes that say what an element stands for; nothing in a file. */
  data(attributes: Readonly<Record<string, string>>): string;
}

/** Left out where the element around it, or nothing, gives the style. */
const MARKS: Partial<Record<Mark, string>> = {
  box: 'fc-box',
  strip: 'fc-strip',
  seal: 'fc-seal',
  inferred: 'fc-i',
  behindWhen: 'fc-wb',
  frame: 'fc-frame',
  header: 'fc-gh',
  arrow: 'fc-ah',
  inferredArrow: 'fc-ih',
};
const WORDS: Partial<Record<Words, string>> = {
  bold: 'fc-b',
  unnamed: 'fc-b',
  number: 'fc-no',
  actor: 'fc-actor',
  to: 'fc-to',
  when: 'fc-when',
};

/** Colours, type and states are the stylesheet's. */
export const pageInk: Ink = {
  mark: (mark) => classed(MARKS[mark]),
  words(words, { lines, x, y, anchor }, step) {
    const [first = '', ...more] = lines;
    const rest = more.map(
      (line) => `<tspan x="${num(x)}" dy="${String(step)}">${escapeXml(line)}</tspan>`,
    );
    // Every number stands in the middle of its strip: the stylesheet says it once.
    const anchored = anchor === 'start' || words === 'number' ? '' : ` text-anchor="${anchor}"`;
    return `<text${classed(WORDS[words])}${anchored} x="${num(x)}" y="${num(y)}">${escapeXml(first)}${rest.join('')}</text>`;
  },
  node(node, kind, inner) {
    const { step, href } = node;
    // A link is spoken as what it shows, if that is all.
    const said =
      href !== undefined && shownBy(node) === node.spoken
        ? ''
        : ` aria-label="${escapeXml(node.spoken)}"`;
    // A node that leads nowhere is a picture with a name.
    if (href === undefined) return `<g class="fc-n ${kind}" role="img"${said}>${inner}</g>`;
    const data = step ? this.data({ step: step.id }) : '';
    return `<a class="fc-n ${kind}" href="${escapeXml(href)}"${data}${said}>${inner}</a>`;
  },
  data: (attributes) =>
    Object.entries(attributes)
      .map(([name, value]) => ` data-${name}="${escapeXml(value)}"`)
      .join(''),
};

/** The words of a node as they follow each other in the drawing. */
function shownBy({ step, text, notes }: DrawnNode): string {
  const blocks = [text, ...notes.map((note) => note.text)];
  const words = blocks.flatMap(({ lines }) => lines).join('');
  return step ? `${step.number} ${words}` : words;
}

function classed(name: string | undefined): string {
  return name === undefined ? '' : ` class="${name}"`;
}

/** At most one decimal: less than what a screen shows. */
export function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
