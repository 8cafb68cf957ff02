// Stage: chart. What a layout gives to the painters: everything in its place, in px from the top left.

export type NodeKind = 'action' | 'decision' | 'document' | 'approval' | 'submit' | 'pill';

export interface TextBlock {
  readonly lines: readonly string[];
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Who does a step, or whom it goes to, in one or more lines of small text. */
export interface Note {
  readonly of: 'actor' | 'to';
  readonly text: TextBlock;
}

export interface DrawnNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: TextBlock;
  /** Where a click leads; pills lead nowhere. */
  readonly href?: string | undefined;
  /** The whole label in one line, for assistive technology. */
  readonly spoken: string;
  /** Only of steps. */
  readonly step?: DrawnStep | undefined;
  readonly notes: readonly Note[];
  /** The innermost frame it stands in. */
  readonly frame?: string | undefined;
}

export interface DrawnStep {
  readonly id: string;
  readonly number: string;
  /** Width of the strip at the left that holds the number. */
  readonly strip: number;
}

/** A frame around nodes, its header a node of its own that is as wide as the frame. */
export interface DrawnFrame {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly header: DrawnNode;
  readonly frame?: string | undefined;
}

/** Corners of an edge; the painter rounds the inner ones. */
export type Point = readonly [x: number, y: number];

export interface DrawnEdge {
  /** Step ids, `start` or `end`; in other charts node ids. */
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
  readonly arrow: boolean;
  /** Added by an editor, not in the source. */
  readonly inferred: boolean;
  readonly label?: EdgeLabel | undefined;
}

export interface EdgeLabel {
  readonly text: TextBlock;
  /** The whole condition in one line. */
  readonly when: string;
  /** What lies behind the text, so that no line runs through it. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A column of the lanes drawing. */
export interface DrawnLane {
  readonly title: TextBlock;
  /** The lane of steps whose doer the source does not name. */
  readonly unnamed: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly headerHeight: number;
}

/** From a step to the lane of the one it goes to. */
export interface DrawnRecipient {
  readonly step: string;
  readonly actor: string;
  readonly points: readonly Point[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: TextBlock;
}

export interface Drawing {
  readonly layout: 'spine' | 'lanes' | 'map';
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly DrawnLane[];
  readonly frames: readonly DrawnFrame[];
  /** In the order in which a reader meets them. */
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly recipients: readonly DrawnRecipient[];
  /** Heights at which a page may end: nothing but lines lies there. */
  readonly cuts: readonly number[];
}
