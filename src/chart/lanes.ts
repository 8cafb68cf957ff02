// Stage: chart. A procedure's chart → the wide drawing: a row a step, a lane an actor, or undefined where there are no lanes.
import { BOLD, boxOf, headerBox, LINE, publicId, SMALL, stripWidth, type Chart } from './box.ts';
import type {
  DrawnEdge,
  DrawnFrame,
  DrawnLane,
  DrawnNode,
  DrawnRecipient,
  Drawing,
  Point,
} from './drawing.ts';
import { labelBox, labelNeeds } from './edge-label.ts';
import { flowOrder, type Way } from './flow-order.ts';
import { arrivalAt, sideAt } from './outline.ts';
import { lanesOf, type Lane } from './roles.ts';
import { assignTracks } from './tracks.ts';
import { widestLine, wrapText } from './wrap.ts';

/** Beside the list of steps there is room for this; more than three lanes need more. */
const WIDTH = 776;
const NARROWEST_LANE = 230;
const WIDEST_LANE = 300;
const EDGE = 2;
const GAP = 30;
const ROW = 6;
const STEM = 20;
/** From a line to the condition beside it. */
const GAP_BESIDE = 7;
const BOX_INSET = 12;
const FRAME_INSET = 5;
const FRAME_BOTTOM = 14;
const FIRST_TRACK = 12;
const TRACK = 10;
const HEADER_PAD = 12;
const RECIPIENT_HEIGHT = 24;

const UNNAMED = 'ต้นฉบับไม่ระบุผู้ปฏิบัติ';

/** @throws Error when an edge of the graph ends nowhere. */
export function lanesDrawing(chart: Chart): Drawing | undefined {
  const lanes = lanesOf(chart);
  if (!lanes) return undefined;
  const order = flowOrder(chart.graph);
  const tracks = { back: tracksOf(order.ways, 'back'), skip: tracksOf(order.ways, 'skip') };
  const gutter = (count: number): number =>
    EDGE + (count === 0 ? 0 : FIRST_TRACK + TRACK * (count - 1) + 4);
  const left = gutter(tracks.back.count);
  const right = gutter(tracks.skip.count);
  const laneWidth = Math.min(
    WIDEST_LANE,
    Math.max(NARROWEST_LANE, Math.floor((WIDTH - left - right) / lanes.length)),
  );
  const end = left + laneWidth * lanes.length;
  const trackX = (way: Way): number => {
    const away = FIRST_TRACK + TRACK * (tracks[way.side === 'back' ? 'back' : 'skip'].of(way) ?? 0);
    return way.side === 'back' ? left - away : end + away;
  };
  const centreOf = (lane: number): number => left + laneWidth * (lane + 0.5);
  const laneOf = laneFinder(chart, lanes);

  const titles = lanes.map(({ role }) => wrapText(role?.title ?? UNNAMED, laneWidth - 24, BOLD));
  const headerHeight = Math.max(...titles.map(({ length }) => length)) * LINE + 2 * HEADER_PAD;
  const strip = stripWidth(chart.facts.values());
  const shown = new Set(
    lanes.flatMap(({ role }) => (role ? [`actor-${role.id}`, `to-${role.id}`] : [])),
  );

  const nodes: DrawnNode[] = [];
  const frames: DrawnFrame[] = [];
  const recipients: DrawnRecipient[] = [];
  /** By index in the column. */
  const placed: DrawnNode[] = [];
  const centres: number[] = [];
  const pending: { way: Way; start: readonly Point[]; label: DrawnEdge['label'] }[] = [];
  let y = EDGE + headerHeight + 14;
  let frameTop = y;

  order.items.forEach((item, i) => {
    const lane = laneOf(item.id, order.items, i);
    const centre = centreOf(lane);
    centres[i] = centre;
    const isHeader = item.type === 'header';
    const own = lanes[lane]?.role;
    const facts = chart.facts.get(item.id);
    // Whoever is both the doer and the one it goes to has no second lane to point to.
    const shownElsewhere = new Set([...shown].filter((name) => name !== `to-${own?.id ?? ''}`));
    const box = isHeader
      ? headerBox(item.group, chart, end - left - 2 * FRAME_INSET, { strip })
      : boxOf(item.node, chart, laneWidth - 2 * BOX_INSET, { strip, shownElsewhere });
    const drawn = box.at(
      isHeader ? left + FRAME_INSET : Math.round(centre - box.width / 2),
      y,
      item.frame,
    );
    placed[i] = drawn;
    if (isHeader) frameTop = y;
    else {
      nodes.push(drawn);
      recipients.push(
        ...(facts?.to ?? []).flatMap((role) => {
          const other = lanes.findIndex((candidate) => candidate.role?.id === role.id);
          return other === -1 || other === lane
            ? []
            : [recipientOf(drawn, role.id, centreOf(other))];
        }),
      );
    }
    y += box.height;

    const out = order.ways.filter(({ from }) => from === i);
    const exit = isHeader ? centre : exitX(drawn, out);
    y = leave(
      out.filter(({ edge }) => edge.from === item.id),
      drawn,
      y,
    );
    const closing = [...order.lastOf].find(([, last]) => last === i)?.[0];
    if (closing !== undefined) {
      y += FRAME_BOTTOM;
      const header = placed[order.items.findIndex(({ id }) => id === closing)];
      if (header) {
        const frame = { ...header, y: frameTop, height: y - frameTop };
        frames.push({ ...frame, id: closing, header });
        y = leave(
          out.filter(({ edge }) => edge.from === closing),
          frame,
          y,
        );
      }
    }
    const on = out.find(({ side }) => side === 'on');
    const label = on && labelBox(on.edge.label, laneWidth - 30 - 2 * Math.abs(exit - centre));
    if (on) {
      const bottom = on.edge.from === item.id ? drawn.y + drawn.height : y;
      pending.push({
        way: on,
        start: [[exit, bottom]],
        label: label?.at(exit, y + ROW, 'middle'),
      });
    }
    if (i + 1 < order.items.length) y += GAP + (label ? label.height + 2 : 0);
  });

  /** Jumps from a box or frame whose bottom is at `bottom`; returns where the next thing may begin. */
  function leave(ways: readonly Way[], from: DrawnNode, bottom: number): number {
    const heights = { back: bottom, skip: bottom };
    const middle = exitX(from, ways);
    for (const way of ways) {
      if (way.side === 'on') continue;
      const isBack = way.side === 'back';
      const track = trackX(way);
      if (way.edge.label === '' && from.kind !== 'decision') {
        const exitY = from.y + from.height - 10;
        pending.push({
          way,
          start: [
            [sideAt(from, isBack ? 'left' : 'right', exitY), exitY],
            [track, exitY],
          ],
          label: undefined,
        });
        continue;
      }
      const stem = isBack ? from.x + STEM : from.x + from.width - STEM;
      const text = stem + (isBack ? GAP_BESIDE : -GAP_BESIDE);
      const label = labelBox(way.edge.label, Math.abs(middle - text) - GAP_BESIDE);
      const top = heights[way.side] + ROW;
      const turn = top + (label?.height ?? 4) + ROW;
      pending.push({
        way,
        start: [
          [stem, bottom],
          [stem, turn],
          [track, turn],
        ],
        label: label?.at(text, top, isBack ? 'start' : 'end'),
      });
      heights[way.side] = turn;
    }
    return Math.max(heights.back, heights.skip);
  }

  const arrive = (way: Way, start: readonly Point[], target: DrawnNode): Point[] => {
    if (way.side !== 'on') {
      const height = arrivalAt(target);
      return [
        [trackX(way), height],
        [sideAt(target, way.side === 'back' ? 'left' : 'right', height), height],
      ];
    }
    const from = start[0]?.[0] ?? 0;
    // A frame is as wide as all lanes: whatever comes from above meets it.
    const to = order.items[way.to]?.type === 'header' ? from : (centres[way.to] ?? from);
    return [
      [from, target.y - 15],
      [to, target.y - 15],
      [to, target.y],
    ];
  };
  const edges = pending.flatMap(({ way, start, label }): DrawnEdge[] => {
    const target = placed[way.to];
    if (!target) return [];
    return [
      {
        from: publicId(way.edge.from, chart.facts),
        to: publicId(way.edge.to, chart.facts),
        points: [...start, ...arrive(way, start, target)],
        arrow: way.edge.arrow,
        inferred: way.edge.stroke === 'dotted',
        label,
      },
    ];
  });
  order.items.forEach((item, i) => {
    const [header, first, centre] = [placed[i], placed[i + 1], centres[i + 1]];
    if (item.type !== 'header' || !header || !first || centre === undefined) return;
    edges.push({
      from: publicId(header.id, chart.facts),
      to: publicId(first.id, chart.facts),
      points: [
        [centre, header.y + header.height],
        [centre, first.y],
      ],
      arrow: true,
      inferred: false,
    });
  });

  const bottom = Math.ceil(y + 14);
  return {
    layout: 'lanes',
    title: chart.graph.title,
    description: chart.graph.description,
    width: end + right,
    height: bottom + EDGE,
    lanes: titles.map((lines, i): DrawnLane => ({
      title: {
        lines,
        x: centreOf(i),
        y: EDGE + (headerHeight - lines.length * LINE) / 2 + 17,
        anchor: 'middle',
      },
      unnamed: lanes[i]?.role === undefined,
      x: left + laneWidth * i,
      y: EDGE,
      width: laneWidth,
      height: bottom - EDGE,
      headerHeight,
    })),
    frames,
    nodes,
    edges,
    recipients,
    cuts: [],
  };
}

/**
 * Where the way on leaves a step: in the middle, or nearer to one side where the conditions of the jumps at the
 * other need the room.
 */
function exitX({ x, width }: DrawnNode, ways: readonly Way[]): number {
  const needs = (side: Way['side']): number =>
    Math.max(
      0,
      ...ways.filter((way) => way.side === side).map(({ edge }) => labelNeeds(edge.label)),
    );
  const room = width / 2 - STEM - 2 * GAP_BESIDE;
  if (needs('back') > room && needs('skip') === 0) return x + width * 0.75;
  if (needs('skip') > room && needs('back') === 0) return x + width * 0.25;
  return x + width / 2;
}

type FindLane = (id: string, items: readonly { readonly id: string }[], at: number) => number;

/** A step's lane; a pill stands in the lane of its neighbour, a frame's header in that of its first step. */
function laneFinder({ facts, graph }: Chart, lanes: readonly Lane[]): FindLane {
  const isStep = new Set(graph.nodes.map(({ id }) => id));
  const own = (id: string | undefined): number | undefined => {
    const step = id !== undefined && isStep.has(id) ? facts.get(id) : undefined;
    if (!step) return undefined;
    const lane = lanes.findIndex(({ role }) => role?.id === step.actor?.id);
    return lane === -1 ? 0 : lane;
  };
  return (id, items, at) => {
    const after = items.slice(at).map((item) => own(item.id));
    const before = items.slice(0, at).map((item) => own(item.id));
    return (
      own(id) ??
      after.find((lane) => lane !== undefined) ??
      before.findLast((lane) => lane !== undefined) ??
      0
    );
  };
}

function tracksOf(
  ways: readonly Way[],
  side: Way['side'],
): { count: number; of(way: Way): number | undefined } {
  const own = ways.filter((way) => way.side === side);
  const { count, track } = assignTracks(own);
  return { count, of: (way) => track[own.indexOf(way)] };
}

/** A thin arrow from the step's side to a mark in the lane of the one it goes to. */
function recipientOf(node: DrawnNode, actor: string, centre: number): DrawnRecipient {
  const lines = ['ถึง'];
  const width = Math.ceil(widestLine(lines, SMALL)) + 22;
  const y = node.y + Math.max(node.height - 24, node.height / 2);
  const toRight = centre > node.x;
  return {
    step: node.step?.id ?? '',
    actor,
    points: [
      [sideAt(node, toRight ? 'right' : 'left', y), y],
      [toRight ? centre - width / 2 : centre + width / 2, y],
    ],
    x: centre - width / 2,
    y: y - RECIPIENT_HEIGHT / 2,
    width,
    height: RECIPIENT_HEIGHT,
    text: { lines, x: centre, y: y + 5, anchor: 'middle' },
  };
}
