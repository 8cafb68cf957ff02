// Stage: chart. The graph that a flow chart is: what Mermaid source says, before anything has a place.

/** Mermaid's own names of the shapes; a shape that the painter does not know is drawn as a box. */
export type Shape = string;

export interface GraphNode {
  readonly id: string;
  readonly shape: Shape;
  /** Lines are parted by `\n`. */
  readonly label: string;
  /** Sorted. */
  readonly classes: readonly string[];
  /** Where a click on it leads. */
  readonly href?: string | undefined;
}

export interface GraphEdge {
  /** A node or a group. */
  readonly from: string;
  readonly to: string;
  /** Empty where it has none. */
  readonly label: string;
  readonly stroke: 'normal' | 'dotted' | 'thick';
  /** With a head at its end. */
  readonly arrow: boolean;
}

/** A subgraph. A node or group is in one group at most. */
export interface GraphGroup {
  readonly id: string;
  readonly label: string;
  readonly classes: readonly string[];
  /** Nodes and groups inside, in the order of the nodes. */
  readonly members: readonly string[];
}

export interface Graph {
  readonly direction: 'TB' | 'BT' | 'LR' | 'RL';
  readonly title: string;
  readonly description: string;
  /** In the order of the source. */
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly groups: readonly GraphGroup[];
}
