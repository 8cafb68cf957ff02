// Stage: chart. A procedure's chart → the narrow drawing: one column, ways back at its left, skips at its right.
import { boxOf, headerBox, publicId, stripWidth, type BoxOptions, type Chart } from './box.ts';
import type { DrawnEdge, DrawnFrame, DrawnNode, Drawing, Point } from './drawing.ts';
import { labelBox } from './edge-label.ts';
import { flowOrder, type FlowOrder, type Way } from './flow-order.ts';
import { arrivalAt, sideAt } from './outline.ts';
import { assignTracks, type Tracks } from './tracks.ts';

/** A phone of 360 px shows this much beside the page's margins, so 16 px text stays 16 px. */
const WIDTH = 320;
const EDGE = 2;
const GAP = 26;
const FRAME_INSET = 9;
const FRAME_BOTTOM = 14;
/** From a box or frame to the first track, and between tracks. */
const FIRST_TRACK = 13;
const TRACK = 10;
/** Where a jump with a condition leaves a box at its bottom, from the box's corner. */
const STEM = 20;
const ROW = 6;

interface Columns {
  readonly box: number;
  readonly width: number;
  readonly frame: number;
  readonly frameWidth: number;
  /** The x of a jump's track. */
  trackX(way: Way): number;
}

/** @throws Error when an edge of the graph ends nowhere. */
export function spineDrawing(chart: Chart): Drawing {
  const order = flowOrder(chart.graph);
  const columns = columnsOf(order, chart.graph.groups.length > 0);
  const options: BoxOptions = { strip: stripWidth(chart.facts.values()) };
  const centre = columns.box + columns.width / 2;
  const nodes: DrawnNode[] = [];
  const frames: DrawnFrame[] = [];
  const edges: DrawnEdge[] = [];
  const cuts: number[] = [];
  /** By index in the column. */
  const placed: DrawnNode[] = [];
  const pending: { way: Way; start: readonly Point[]; label: DrawnEdge['label'] }[] = [];
  let frameTop = EDGE;
  let y = EDGE;

  order.items.forEach((item, i) => {
    const isHeader = item.type === 'header';
    const box = isHeader
      ? headerBox(item.group, chart, columns.frameWidth, options)
      : boxOf(item.node, chart, columns.width, options);
    const x = isHeader ? columns.frame : centre - box.width / 2;
    const drawn = box.at(isHeader ? x : Math.round(x), y, item.frame);
    placed[i] = drawn;
    if (isHeader) frameTop = y;
    else nodes.push(drawn);
    y += box.height;

    const out = order.ways.filter(({ from }) => from === i);
    const own = out.filter(({ edge }) => edge.from === item.id);
    y = leave(own, drawn, y);
    const closing = [...order.lastOf].find(([, last]) => last === i)?.[0];
    if (closing !== undefined) {
      y += FRAME_BOTTOM;
      const header = placed[order.items.findIndex(({ id }) => id === closing)];
      if (header) {
        frames.push({
          id: closing,
          x: columns.frame,
          y: frameTop,
          width: columns.frameWidth,
          height: y - frameTop,
          header,
        });
        const frame = { ...header, y: frameTop, height: y - frameTop };
        y = leave(
          out.filter(({ edge }) => edge.from === closing),
          frame,
          y,
        );
      }
    }
    const on = out.find(({ side }) => side === 'on');
    const label = on && labelBox(on.edge.label, columns.width - 24);
    if (on) {
      const bottom = on.edge.from === item.id ? drawn.y + drawn.height : y;
      pending.push({
        way: on,
        start: [[centre, bottom]],
        label: label?.at(centre, y + ROW, 'middle'),
      });
    }
    if (i + 1 < order.items.length) {
      y += GAP + (label ? label.height + 2 : 0);
      // Before the arrow, behind the conditions.
      cuts.push(y - GAP + 5);
    }
  });

  /** Jumps from a box or frame whose bottom is at `bottom`; returns where the next thing may begin. */
  function leave(ways: readonly Way[], from: DrawnNode, bottom: number): number {
    const heights = { back: bottom, skip: bottom };
    for (const way of ways) {
      if (way.side === 'on') continue;
      const side = way.side === 'back' ? 'left' : 'right';
      const sign = side === 'left' ? 1 : -1;
      const track = columns.trackX(way);
      if (way.edge.label === '' && from.kind !== 'decision') {
        const exit = from.y + from.height - 12;
        pending.push({
          way,
          start: [
            [sideAt(from, side, exit), exit],
            [track, exit],
          ],
          label: undefined,
        });
        continue;
      }
      const stem = side === 'left' ? columns.box + STEM : columns.box + columns.width - STEM;
      const text = stem + sign * 7;
      const label = labelBox(way.edge.label, Math.abs(centre - text) - 7);
      const top = heights[way.side] + ROW;
      const turn = top + (label?.height ?? 4) + ROW;
      pending.push({
        way,
        start: [
          [stem, bottom],
          [stem, turn],
          [track, turn],
        ],
        label: label?.at(text, top, side === 'left' ? 'start' : 'end'),
      });
      heights[way.side] = turn;
    }
    return Math.max(heights.back, heights.skip);
  }

  for (const { way, start, label } of pending) {
    const target = placed[way.to];
    if (!target) continue;
    edges.push({
      from: publicId(way.edge.from, chart.facts),
      to: publicId(way.edge.to, chart.facts),
      points: [...start, ...arrive(way, target, centre, columns)],
      arrow: way.edge.arrow,
      inferred: way.edge.stroke === 'dotted',
      label,
    });
  }
  edges.push(...intoFrames(order, placed, chart, centre));
  return {
    layout: 'spine',
    title: chart.graph.title,
    description: chart.graph.description,
    width: WIDTH,
    height: Math.ceil(y + EDGE),
    lanes: [],
    frames,
    nodes,
    edges,
    recipients: [],
    cuts,
  };
}

function arrive(way: Way, target: DrawnNode, centre: number, columns: Columns): Point[] {
  if (way.side === 'on') return [[centre, target.y]];
  const y = arrivalAt(target);
  return [
    [columns.trackX(way), y],
    [sideAt(target, way.side === 'back' ? 'left' : 'right', y), y],
  ];
}

/** From a frame's header to the first thing inside: said by the frame, drawn as an arrow. */
function intoFrames(
  { items }: FlowOrder,
  placed: readonly DrawnNode[],
  { facts }: Chart,
  centre: number,
): DrawnEdge[] {
  return items.flatMap((item, i): DrawnEdge[] => {
    const header = placed[i];
    const first = placed[i + 1];
    if (item.type !== 'header' || !header || !first) return [];
    return [
      {
        from: publicId(header.id, facts),
        to: publicId(first.id, facts),
        points: [
          [centre, header.y + header.height],
          [centre, first.y],
        ],
        arrow: true,
        inferred: false,
      },
    ];
  });
}

function columnsOf(order: FlowOrder, framed: boolean): Columns {
  const jumps = {
    back: { inner: tracksOf(order, 'back', true), outer: tracksOf(order, 'back', false) },
    skip: { inner: tracksOf(order, 'skip', true), outer: tracksOf(order, 'skip', false) },
  };
  const outer = ({ count }: Tracks): number =>
    count === 0 ? 0 : FIRST_TRACK + TRACK * (count - 1) + 3;
  const inner = ({ count }: Tracks): number =>
    count === 0 ? 0 : FIRST_TRACK + TRACK * (count - 1) + 4 - FRAME_INSET;
  const inset = framed ? FRAME_INSET : 0;
  const frame = EDGE + outer(jumps.back.outer.tracks);
  const frameEnd = WIDTH - EDGE - outer(jumps.skip.outer.tracks);
  const box = frame + inset + inner(jumps.back.inner.tracks);
  const boxEnd = frameEnd - inset - inner(jumps.skip.inner.tracks);
  return {
    box,
    width: boxEnd - box,
    frame,
    frameWidth: frameEnd - frame,
    trackX(way) {
      const side = way.side === 'back' ? jumps.back : jumps.skip;
      const own = way.within === undefined ? side.outer : side.inner;
      const away = FIRST_TRACK + TRACK * (own.tracks.track[own.ways.indexOf(way)] ?? 0);
      if (way.side === 'back') return (way.within === undefined ? frame : box) - away;
      return (way.within === undefined ? frameEnd : boxEnd) + away;
    },
  };
}

function tracksOf(
  { ways }: FlowOrder,
  side: Way['side'],
  within: boolean,
): { ways: Way[]; tracks: Tracks } {
  const own = ways.filter((way) => way.side === side && (way.within !== undefined) === within);
  return { ways: own, tracks: assignTracks(own) };
}
