// Stage: chart. Mermaid source → Graph, by Mermaid's own parser. Nothing else reads Mermaid source.
import { ChartError } from './chart-error.ts';
import { fromMermaidText } from './escape.ts';
import type { Graph, GraphEdge } from './graph.ts';

/** What Mermaid's flow chart database holds, as far as it is read here. Mermaid does not publish these types. */
interface FlowDatabase {
  getVertices(): Map<string, Vertex>;
  getEdges(): FlowEdge[];
  getSubGraphs(): Subgraph[];
  getClasses(): Map<string, unknown>;
  getDirection(): string | undefined;
  getAccTitle(): string;
  getAccDescription(): string;
}
interface Vertex {
  readonly id: string;
  readonly text?: string;
  readonly type?: string;
  readonly styles: readonly string[];
  readonly classes: readonly string[];
  readonly link?: string;
  readonly img?: string;
  readonly icon?: string;
}
interface FlowEdge {
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly type: string;
  readonly stroke: string;
  readonly style?: readonly string[];
}
interface Subgraph {
  readonly id: string;
  readonly title: string;
  readonly classes: readonly string[];
  readonly nodes: readonly string[];
}

type GetDiagram = (source: string) => Promise<{ readonly type: string; readonly db: unknown }>;

let loaded: Promise<GetDiagram> | undefined;
/** Mermaid keeps a chart's title and description outside its database: two parses at once would mix them up. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * @throws ChartError when Mermaid refuses the source, when it is no flow chart, or when it asks for colours or
 *   HTML that a drawing under the site's policy cannot have.
 */
export function parseMermaid(source: string): Promise<Graph> {
  const parsed = turn.then(() => parse(source));
  turn = parsed.catch(() => undefined);
  return parsed;
}

async function parse(source: string): Promise<Graph> {
  const getDiagram = await (loaded ??= load());
  const { type, db } = await getDiagram(source).catch((error: unknown) => {
    throw syntaxError(error, source);
  });
  if (!type.startsWith('flowchart')) throw otherDiagram(`เป็นผังชนิด ${type}`);
  return readDatabase(db as FlowDatabase);
}

/**
 * So much of a browser that DOMPurify, by which Mermaid cleans labels for the page that it would draw them into, calls itself
 * unsupported and gives every text back as it came. A whole one (jsdom) cost a second of every build, and here no label comes to
 * a page as Mermaid holds it: one with a tag is refused (labelOf), and what is drawn is escaped.
 */
const NO_BROWSER = { document: { nodeType: 9, createElement: () => ({}) }, Element: Object };

/**
 * The bundle made for browsers: a dozen files in the place of the six hundred that the package's modules lead to, a third of the
 * time. DOMPurify takes its window when it is loaded; afterwards no global is left behind that would make other modules of the
 * build think they ran in a browser.
 *
 * At every node Mermaid copies all of its settings, more than a thousand of them, for other diagrams and for themes:
 * that was three quarters of a parse. Only those of flow charts are kept.
 */
async function load(): Promise<GetDiagram> {
  const scope = globalThis as { window?: unknown };
  scope.window = NO_BROWSER;
  const { default: mermaid } = await import('mermaid/dist/mermaid.esm.min.mjs').finally(() => {
    delete scope.window;
  });
  // Deprecated, and the only way to the database.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const { defaultConfig, getDiagramFromText, globalReset, reset } = mermaid.mermaidAPI;
  for (const [name, settings] of Object.entries(defaultConfig) as [string, unknown][]) {
    if (name === 'flowchart' || typeof settings !== 'object' || Array.isArray(settings)) continue;
    for (const key of Object.keys(settings ?? {})) Reflect.deleteProperty(settings ?? {}, key);
  }
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    maxTextSize: 1_000_000,
    maxEdges: 10_000,
  });
  return async (source) => {
    // What is set above brings a theme along, and is needed only for more than 500 edges.
    globalReset();
    return getDiagramFromText(source).catch(() => {
      reset();
      return getDiagramFromText(source);
    });
  };
}

function readDatabase(db: FlowDatabase): Graph {
  const subgraphs = db.getSubGraphs();
  const groupIds = new Set(subgraphs.map(({ id }) => id));
  // An edge to a group leaves a node of that name behind.
  const vertices = [...db.getVertices().values()].filter(({ id }) => !groupIds.has(id));
  if (db.getClasses().size > 0) throw styled('classDef');
  const order = new Map(vertices.map(({ id }, i) => [id, i]));
  const firstOf = (id: string): number =>
    order.get(id) ??
    Math.min(...(subgraphs.find((group) => group.id === id)?.nodes ?? []).map(firstOf));
  const parents = new Set<string>();
  return {
    direction: directionOf(db.getDirection()),
    title: fromMermaidText(db.getAccTitle()),
    description: fromMermaidText(db.getAccDescription()),
    nodes: vertices.map((vertex) => {
      if (vertex.styles.length > 0) throw styled(`style ${vertex.id}`);
      if (vertex.img ?? vertex.icon) throw styled(`ภาพหรือสัญลักษณ์ใน ${vertex.id}`);
      return {
        id: vertex.id,
        shape: vertex.type ?? 'square',
        label: labelOf(vertex.text ?? vertex.id),
        classes: vertex.classes.filter((name) => name !== 'clickable').toSorted(),
        ...(vertex.link === undefined ? {} : { href: vertex.link }),
      };
    }),
    edges: db.getEdges().map(edgeOf),
    groups: subgraphs
      .map((group) => {
        for (const member of group.nodes) {
          if (parents.has(member)) throw inTwoGroups(member);
          parents.add(member);
        }
        return {
          id: group.id,
          label: labelOf(group.title),
          classes: group.classes.toSorted(),
          members: group.nodes.toSorted((a, b) => firstOf(a) - firstOf(b)),
        };
      })
      .toSorted((a, b) => firstOf(a.id) - firstOf(b.id)),
  };
}

function edgeOf({ start, end, text, type, stroke, style }: FlowEdge): GraphEdge {
  if (style && style.length > 0) throw styled('linkStyle');
  return {
    from: start,
    to: end,
    label: labelOf(text),
    stroke: stroke === 'dotted' || stroke === 'thick' ? stroke : 'normal',
    arrow: type !== 'arrow_open',
  };
}

function labelOf(text: string): string {
  const tag = /<(?!br\s*\/?>)\/?[a-z][^>]*>/i.exec(text);
  if (tag) {
    throw new ChartError({
      problem: 'ข้อความในผังมีแท็ก HTML',
      found: tag[0],
      mend: 'ลบแท็ก ใช้ได้เฉพาะ <br/> สำหรับขึ้นบรรทัดใหม่',
    });
  }
  return fromMermaidText(text);
}

function directionOf(direction: string | undefined): Graph['direction'] {
  return direction === 'LR' || direction === 'RL' || direction === 'BT' ? direction : 'TB';
}

function syntaxError(error: unknown, source: string): ChartError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'UnknownDiagramError')
    return otherDiagram('เป็นผังชนิดที่ไม่รู้จัก');
  const line = lineOf(error, message);
  const words = (source.split('\n')[(line ?? 1) - 1] ?? '').trim().slice(0, 60);
  return new ChartError({
    problem: 'อ่านผัง Mermaid ไม่ได้',
    found: words === '' ? 'ผังไม่ครบ หรือไม่มีข้อความ' : `บรรทัดนี้อ่านไม่ได้ “${words}”`,
    mend: 'แก้บรรทัดนี้หรือบรรทัดก่อนหน้า เช่น a["ข้อความ"] --> b["ข้อความ"] วงเล็บครบคู่ ข้อความอยู่ในอัญประกาศ',
    line,
  });
}

/** Where the words that Mermaid stumbled over begin; it reports where they end. */
function lineOf(error: unknown, message: string): number | undefined {
  const { hash } = error as { hash?: { loc?: { first_line?: number } } };
  const reported = /line (\d+)/.exec(message)?.[1];
  return hash?.loc?.first_line ?? (reported === undefined ? undefined : Number(reported));
}

function otherDiagram(found: string): ChartError {
  return new ChartError({
    problem: 'ผัง Mermaid ชนิดนี้ยังวาดไม่ได้',
    found,
    mend: 'เขียนเป็น flowchart ซึ่งเป็นชนิดเดียวที่เว็บไซต์นี้วาด',
  });
}

function styled(what: string): ChartError {
  return new ChartError({
    problem: 'ผังกำหนดสีหรือภาพเอง',
    found: what,
    mend: 'ลบส่วนนั้น สีของผังมาจากรูปแบบของเว็บไซต์ เพื่อให้อ่านได้ทั้งพื้นสว่าง พื้นมืด และบนกระดาษ',
  });
}

function inTwoGroups(id: string): ChartError {
  return new ChartError({
    problem: 'ขั้นเดียวอยู่ในกรอบสองกรอบ',
    found: id,
    mend: 'ให้แต่ละขั้นอยู่ใน subgraph เดียว',
  });
}
