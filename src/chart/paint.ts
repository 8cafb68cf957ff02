// Stage: chart. Drawing → SVG: inline for a page, with classes only.
import { LINE, POINT, SMALL_LINE } from './box.ts';
import type {
  DrawnEdge,
  DrawnFrame,
  DrawnLane,
  DrawnNode,
  DrawnRecipient,
  Drawing,
  Note,
} from './drawing.ts';
import { escapeXml } from './escape.ts';
import { textWidth } from './fonts.ts';
import { num, pageInk, type Ink } from './ink.ts';
import { columnsOf } from './columns.ts';
import { FOLD, outlineOf } from './outline.ts';
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
  const right = x + width;
  const foot = y + header.height;
  // The element that folds frames reads the header's foot and left from `V… H…`.
  const head = `<path${ink.mark('header')} d="M${num(x + 4)} ${num(y)}H${num(right - 4)}q4 0 4 4V${num(foot)}H${num(x)}V${num(y + 4)}q0-4 4-4z"/>`;
  const inner = head + paintStrip(header, 4, ink) + paintWords(header, 'bold', ink);
  return [
    `<g class="fc-g"${header.step ? ink.data({ step: header.step.id }) : ''}>`,
    `<rect${ink.mark('frame')} x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="4"/>`,
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
    paintStrip(node, 3, ink) +
    paintSeal(node, ink) +
    paintWords(node, 'text', ink);
  return ink.node(node, kind === 'pill' ? 'fc-t' : `fc-${kind}`, inner);
}

function paintBox(node: DrawnNode, ink: Ink): string {
  const outline = outlineOf(node);
  if (outline) return `<path${ink.mark('box')} d="${polygon(outline)}"/>`;
  const { kind, x, y, width, height } = node;
  const round = kind === 'pill' ? Math.min(17, height / 2) : 3;
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

/** The strip, its number, and the tick that stands for the number once the step is done. */
function paintStrip(
  { kind, x, y, height, step, text }: DrawnNode,
  radius: number,
  ink: Ink,
): string {
  if (!step) return '';
  const right = num(x + step.strip);
  const [left, top, r] = [num(x), num(y), num(radius)];
  const shape =
    kind === 'decision'
      ? `M${right} ${top}v${num(height)}H${num(x + POINT)}L${left} ${num(y + height / 2)} ${num(x + POINT)} ${top}z`
      : kind === 'submit' || kind === 'document'
        ? `M${right} ${top}v${num(height)}H${left}V${top}z`
        : `M${right} ${top}v${num(height)}H${num(x + radius)}q-${r} 0-${r}-${r}V${num(y + radius)}q0-${r} ${r}-${r}z`;
  const middle = x + (step.strip + (kind === 'decision' ? 6 : 0)) / 2;
  // Placed by its start, not its middle: one attribute less a step.
  const start = middle - textWidth(step.number, 16, 700) / 2;
  const number = { lines: [step.number], x: start, y: text.y, anchor: 'start' } as const;
  const tick = ink.mark('tick');
  return [
    `<path${ink.mark('strip')} d="${shape}"/>`,
    ink.words('number', number, LINE),
    tick && `<path${tick} d="M${num(middle - 6)} ${num(text.y - 5)}l4.5 4.5 8-9"/>`,
  ].join('');
}

function paintWords({ text, notes }: DrawnNode, words: 'text' | 'bold', ink: Ink): string {
  return [ink.words(words, text, LINE), ...notes.map((note) => paintNote(note, ink))].join('');
}

function paintNote({ of, text }: Note, ink: Ink): string {
  const { x, y } = text;
  const mark =
    of === 'actor'
      ? `M${num(x - 12)} ${num(y - 6)}a3.2 3.2 0 1 0-.1 0zm-6 7q0-5 6-5t6 5`
      : `M${num(x - 18)} ${num(y - 5)}h11m-4-4 4 4-4 4`;
  // Not an edge: no head, wherever it stands.
  return `<path${ink.mark('who')} d="${mark}"/>${ink.words(of, text, SMALL_LINE)}`;
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
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path${attributes} d="M0 .5 8 4 0 7.5z"/></marker>`;
}
