// Stage: chart. Drawing → SVG: inline for a page, with classes only.
import { LINE, POINT, SMALL_LINE } from './box.ts';
import type {
  DrawnEdge,
  DrawnFrame,
  DrawnLane,
  DrawnNode,
  DrawnRecipient,
  Drawing,
  Point,
} from './drawing.ts';
import { escapeXml } from './escape.ts';
import { num, pageInk, type Ink } from './ink.ts';
import { columnsOf } from './columns.ts';
import { FOLD, outlineOf, rectangle } from './outline.ts';
import { polygon, route } from './route.ts';

/** @param name unique on the page; ids are made from it and the layout. */
export function paintDrawing(drawing: Drawing, name: string): string {
  const id = `fc-${name}-${drawing.layout}`;
  const { width, height, lanes } = drawing;
  const laneCount = lanes.length > 0 ? ` fc-lanes-${String(lanes.length)}` : '';
  return [
    `<svg class="fc fc-${drawing.layout}${laneCount}" viewBox="0 0 ${num(width)} ${num(height)}" width="${num(width)}" height="${num(height)}" role="group" aria-labelledby="${id}-t ${id}-d">`,
    `<title id="${id}-t">${escapeXml(drawing.title)}</title><desc id="${id}-d">${escapeXml(drawing.description)}</desc>`,
    // Named, so that paper can show it in pieces; their style comes from the class of what is copied.
    isCut(drawing) ? `<g class="fc" id="${id}-all">` : '',
    paintParts(drawing, id, pageInk),
    isCut(drawing) ? '</g>' : '',
    '</svg>',
  ].join('');
}

/** What shows a drawing that is higher than a page in columns, on paper only; nothing for one that fits. */
export function paintColumns(drawing: Drawing, name: string): string {
  if (!isCut(drawing)) return '';
  const id = `fc-${name}-${drawing.layout}-all`;
  return columnsOf(drawing)
    .map(
      ({ from, to }) =>
        `<svg class="fc fc-part" viewBox="0 ${num(from)} ${num(drawing.width)} ${num(to - from)}" width="${num(drawing.width)}" height="${num(to - from)}" aria-hidden="true"><use href="#${id}"/></svg>`,
    )
    .join('');
}

function isCut(drawing: Drawing): boolean {
  return columnsOf(drawing).length > 1;
}

/** Everything inside the `svg` element but its title. Ids begin with `id`. */
export function paintParts(drawing: Drawing, id: string, ink: Ink): string {
  const { edges } = drawing;
  return [
    '<defs>',
    marker(`${id}-a`, ink.mark('arrow')),
    edges.some(({ inferred }) => inferred) ? marker(`${id}-i`, ink.mark('inferredArrow')) : '',
    '</defs>',
    ...drawing.lanes.map((lane) => paintLane(lane, ink)),
    // All edges have the same head: it is inherited.
    `<g class="fc-e" aria-hidden="true" marker-end="url(#${id}-a)">`,
    ...edges.map((edge) => paintEdge(edge, id, ink)),
    ...drawing.recipients.map((recipient) => paintRecipient(recipient, ink)),
    '</g>',
    ...inOrder(drawing, ink),
  ].join('');
}

/** Nodes as a reader meets them, those in a frame inside its group. */
function inOrder({ nodes, frames }: Drawing, ink: Ink): string[] {
  const open = new Set<string>();
  const within = (frame: string | undefined): string[] =>
    nodes.flatMap((node) => {
      if (node.frame === frame) return [paintNode(node, ink)];
      const inner = frameBelow(node.frame, frame, frames);
      if (inner === undefined || open.has(inner.id)) return [];
      open.add(inner.id);
      return [paintFrame(inner, within(inner.id), ink)];
    });
  return within(undefined);
}

/** The frame that holds `inner` and stands itself directly in `outer`. */
function frameBelow(
  inner: string | undefined,
  outer: string | undefined,
  frames: readonly DrawnFrame[],
): DrawnFrame | undefined {
  const frame = frames.find(({ id }) => id === inner);
  if (!frame || frame.id === outer) return undefined;
  return frame.frame === outer ? frame : frameBelow(frame.frame, outer, frames);
}

function paintFrame(frame: DrawnFrame, inside: readonly string[], ink: Ink): string {
  const { x, y, width, height, header } = frame;
  // The element that folds frames reads the header's left and foot from it.
  const head = `<path${ink.mark('header')} d="${polygon(rectangle(x, y, width, header.height))}"/>`;
  const inner = head + paintStrip(header, ink) + paintWords(header, 'bold', ink);
  return [
    `<g class="fc-g"${header.step ? ink.data({ step: header.step.id }) : ''}>`,
    `<rect${ink.mark('frame')} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"/>`,
    header.href === undefined ? inner : ink.node(header, 'fc-head', inner),
    ...inside,
    '</g>',
  ].join('');
}

function paintNode(node: DrawnNode, ink: Ink): string {
  const { kind, x, y, width, height } = node;
  if (kind === 'pill' && node.href === undefined) {
    const round = Math.min(17, height / 2);
    return `<g class="fc-t"><rect${ink.mark('pill')} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${num(round)}"/>${ink.words('text', node.text, LINE)}</g>`;
  }
  const inner =
    paintBox(node, ink) +
    paintStrip(node, ink) +
    paintSeal(node, ink) +
    paintWords(node, 'text', ink);
  return ink.node(node, kind === 'pill' ? 'fc-t' : `fc-${kind}`, inner);
}

function paintBox(node: DrawnNode, ink: Ink): string {
  const outline = outlineOf(node);
  if (outline) return `<path${ink.mark('box')} d="${polygon(outline)}"/>`;
  const { x, y, width, height } = node;
  const round = Math.min(17, height / 2);
  return `<rect${ink.mark('box')} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${num(round)}"/>`;
}

/** The second line at an approval's right edge; the fold of a document's corner. */
function paintSeal({ kind, x, y, width, height }: DrawnNode, ink: Ink): string {
  const right = x + width;
  const line = {
    approval: `M${num(right - 5)} ${num(y + 5)}V${num(y + height - 5)}`,
    document: `M${num(right - FOLD)} ${num(y)}v${String(FOLD)}h${String(FOLD)}`,
  }[kind as string];
  return line === undefined ? '' : `<path${ink.mark('seal')} d="${line}"/>`;
}

/** The strip and its number. */
function paintStrip({ kind, x, y, height, step, text }: DrawnNode, ink: Ink): string {
  if (!step) return '';
  const right = x + step.strip;
  const shape: Point[] =
    kind === 'decision'
      ? [
          [right, y],
          [right, y + height],
          [x + POINT, y + height],
          [x, y + height / 2],
          [x + POINT, y],
        ]
      : rectangle(x, y, step.strip, height);
  const middle = x + (step.strip + (kind === 'decision' ? 6 : 0)) / 2;
  const number = { lines: [`${step.number} `], x: middle, y: text.y, anchor: 'middle' } as const;
  return `<path${ink.mark('strip')} d="${polygon(shape)}"/>${ink.words('number', number, LINE)}`;
}

function paintWords({ text, notes }: DrawnNode, words: 'text' | 'bold', ink: Ink): string {
  return [
    ink.words(words, text, LINE),
    ...notes.map((note) => ink.words(note.of, note.text, SMALL_LINE)),
  ].join('');
}

function paintEdge(edge: DrawnEdge, id: string, ink: Ink): string {
  const { from, to, points, arrow, inferred, label } = edge;
  const head = arrow ? (inferred ? ` marker-end="url(#${id}-i)"` : '') : ' marker-end="none"';
  const data = ink.data({ from, to, ...(label ? { when: label.when } : {}) });
  const path = `<path${ink.mark(inferred ? 'inferred' : 'edge')}${data} d="${route(points)}"${head}/>`;
  const when = label
    ? `<rect${ink.mark('behindWhen')} x="${num(label.x)}" y="${num(label.y)}" width="${num(label.width)}" height="${num(label.height)}" rx="3"/>${ink.words('when', label.text, SMALL_LINE)}`
    : '';
  return inferred ? `<g class="fc-inferred">${path}${when}</g>` : path + when;
}

function paintLane(lane: DrawnLane, ink: Ink): string {
  const { title, unnamed, x, y, width, height, headerHeight } = lane;
  return [
    `<g class="fc-lane${unnamed ? ' fc-lane0' : ''}" aria-hidden="true">`,
    `<rect${ink.mark(unnamed ? 'unnamedLane' : 'lane')} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}"/>`,
    `<path${ink.mark('laneLine')} d="M${num(x)} ${num(y + headerHeight)}h${num(width)}"/>`,
    ink.words(unnamed ? 'unnamed' : 'bold', title, LINE),
    '</g>',
  ].join('');
}

function paintRecipient(recipient: DrawnRecipient, ink: Ink): string {
  const { step, actor, points, x, y, width, height, text } = recipient;
  return [
    `<g class="fc-r"${ink.data({ step, to: actor })}>`,
    `<path${ink.mark('recipientLine')} d="${route(points)}"/>`,
    `<rect${ink.mark('recipient')} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${num(height / 2)}"/>`,
    ink.words('recipient', text, SMALL_LINE),
    '</g>',
  ].join('');
}

function marker(id: string, attributes: string): string {
  return `<marker id="${id}" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path${attributes} d="M0 .5 8 4 0 7.5z"/></marker>`;
}
