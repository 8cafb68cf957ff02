// Stage: chart. What a node says and how wide it may be → its lines and its height. Then, with a place, a DrawnNode.
import type { DrawnNode, NodeKind, Note, TextBlock } from './drawing.ts';
import type { Graph, GraphGroup, GraphNode, Shape } from './graph.ts';
import { FINISH, START, type StepFacts } from './procedure-graph.ts';
import { textWidth } from './fonts.ts';
import { widestLine, wrapText, type TextStyle } from './wrap.ts';

/** 16 px text needs 24 px lines, or the marks of Thai letters touch. */
export const TEXT: TextStyle = { size: 16, weight: 400 };
export const BOLD: TextStyle = { size: 16, weight: 700 };
export const SMALL: TextStyle = { size: 14, weight: 400 };
export const LINE = 24;
export const SMALL_LINE = 20;

const PAD = 10;
/** From a box's or line's top to its baseline. */
const RISE = 17;
const SMALL_RISE = 15;
const STRIP = 34;
const PILL_HEIGHT = 34;

const SAID: Readonly<Record<Note['of'], string>> = { actor: 'โดย', to: 'ถึง' };

const KINDS: Readonly<Record<Shape, NodeKind>> = {
  diamond: 'decision',
  hexagon: 'decision',
  doc: 'document',
  subroutine: 'approval',
  lean_right: 'submit',
  stadium: 'pill',
};

/** A chart to be laid out: the graph as Mermaid read it and, for a procedure, what its nodes stand for. */
export interface Chart {
  readonly graph: Graph;
  readonly facts: ReadonlyMap<string, StepFacts>;
}

/** A node that has its size but no place yet. */
export interface Box {
  readonly id: string;
  readonly kind: NodeKind;
  readonly width: number;
  readonly height: number;
  at(x: number, y: number, frame?: string): DrawnNode;
}

export interface BoxOptions {
  readonly strip: number;
  /** Roles that the drawing shows by other means than in the box. */
  readonly shownElsewhere?: ReadonlySet<string>;
  /** Of a node that is no step; the middle if not given. */
  readonly anchor?: 'start' | 'middle';
}

/** The strip that holds the widest number. */
export function stripWidth(facts: Iterable<StepFacts>): number {
  const widest = Math.max(0, ...[...facts].map(({ number }) => textWidth(number, 16, 700)));
  return Math.max(STRIP, Math.ceil(widest) + 10);
}

/** The public name of a node in `data-from`, `data-to` and `data-step`. */
export function publicId(id: string, facts: Chart['facts']): string {
  return facts.get(id)?.step ?? (id === FINISH ? 'end' : id === START ? 'start' : id);
}

/** @param width px, all around; a pill takes what it needs. */
export function boxOf(node: GraphNode, chart: Chart, width: number, options: BoxOptions): Box {
  const facts = chart.facts.get(node.id);
  const kind = KINDS[node.shape] ?? 'action';
  if (facts) return stepBox(node.id, kind, facts, width, options, TEXT);
  if (kind === 'pill') return pillBox(node, width);
  return plainBox(node, kind, width, TEXT, options.anchor);
}

/** A frame's header is a box without a border of its own. */
export function headerBox(
  group: GraphGroup,
  chart: Chart,
  width: number,
  options: BoxOptions,
): Box {
  const facts = chart.facts.get(group.id);
  if (facts) return stepBox(group.id, 'action', facts, width, options, BOLD);
  return plainBox(
    { id: group.id, shape: 'square', label: group.label, classes: [] },
    'action',
    width,
    BOLD,
  );
}

function stepBox(
  id: string,
  kind: NodeKind,
  facts: StepFacts,
  width: number,
  { strip, shownElsewhere }: BoxOptions,
  style: TextStyle,
): Box {
  // The pointed sides of a decision and the point of a submission take room from the text.
  const left = strip + PAD + (kind === 'decision' ? POINT - 4 : 0);
  const right =
    kind === 'decision' || kind === 'submit' ? POINT + 6 : PAD + (kind === 'approval' ? 3 : 0);
  const room = width - left - right;
  const roles = [
    ...(facts.actor ? [{ of: 'actor' as const, role: facts.actor }] : []),
    ...facts.to.map((role) => ({ of: 'to' as const, role })),
  ].filter(({ of, role }) => !shownElsewhere?.has(`${of}-${role.id}`));
  const [lines = [], ...noteLines] = spaced([
    wrapText(facts.text, room, style),
    ...roles.map(({ of, role }) => wrapText(`${SAID[of]} ${role.title}`, room, SMALL)),
  ]);
  const small = noteLines.flat().length * SMALL_LINE;
  const height = 2 * PAD + lines.length * LINE + (small === 0 ? 0 : small + 4);
  const said = [
    facts.number,
    facts.text,
    ...(facts.actor ? [`${SAID.actor} ${facts.actor.title}`] : []),
    ...facts.to.map(({ title }) => `${SAID.to} ${title}`),
  ];
  return {
    id,
    kind,
    width,
    height,
    at(x, y, frame) {
      let noteY = y + PAD + lines.length * LINE + 4;
      return {
        id,
        kind,
        x,
        y,
        width,
        height,
        href: `#step-${facts.step}`,
        spoken: said.join(' '),
        step: {
          id: facts.step,
          number: facts.number,
          strip: strip + (kind === 'decision' ? POINT - 4 : 0),
        },
        text: { lines, x: x + left, y: y + PAD + RISE, anchor: 'start' },
        notes: roles.map(({ of }, i): Note => {
          const text: TextBlock = {
            lines: noteLines[i] ?? [],
            x: x + left,
            y: noteY + SMALL_RISE,
            anchor: 'start',
          };
          noteY += text.lines.length * SMALL_LINE;
          return { of, text };
        }),
        frame,
      };
    },
  };
}

/** How far the points of a decision and of a submission reach, in px. */
export const POINT = 12;

function pillBox(node: GraphNode, most: number): Box {
  const lines = wrapAll(node.label, most - 36, TEXT);
  const width = Math.ceil(widestLine(lines, TEXT)) + 36;
  return plain(node, 'pill', lines, width, PILL_HEIGHT - LINE + lines.length * LINE, 'middle');
}

function plainBox(
  node: GraphNode,
  kind: NodeKind,
  width: number,
  style: TextStyle,
  anchor: 'start' | 'middle' = 'middle',
): Box {
  const side =
    kind === 'decision' || kind === 'submit' ? POINT + 6 : PAD + (kind === 'approval' ? 4 : 2);
  const lines = wrapAll(node.label, width - 2 * side, style);
  return plain(node, kind, lines, width, 2 * PAD + lines.length * LINE, anchor);
}

/** A space between blocks that stand below each other: in the drawing their words are one text. */
function spaced(blocks: readonly (readonly string[])[]): string[][] {
  return blocks.map((lines, i) =>
    lines.map((line, j) =>
      i + 1 < blocks.length && j + 1 === lines.length && line !== '' ? `${line.trimEnd()} ` : line,
    ),
  );
}

function wrapAll(label: string, width: number, style: TextStyle): string[] {
  return spaced(label.split('\n').map((line) => wrapText(line, width, style))).flat();
}

function plain(
  { id, label, href }: GraphNode,
  kind: NodeKind,
  lines: readonly string[],
  width: number,
  height: number,
  anchor: 'start' | 'middle',
): Box {
  const top = (height - lines.length * LINE) / 2;
  return {
    id,
    kind,
    width,
    height,
    at: (x, y, frame) => ({
      id,
      kind,
      x,
      y,
      width,
      height,
      href,
      spoken: label.replaceAll('\n', ' '),
      text: {
        lines,
        x: anchor === 'middle' ? x + width / 2 : x + PAD + 2,
        y: y + top + RISE,
        anchor,
      },
      notes: [],
      frame,
    }),
  };
}
