// Stage: chart. An .mdx file with ```mermaid fences → the same file with their drawings.
import path from 'node:path';
import type { Code, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { ChartError } from './chart-error.ts';
import { drawSource } from './draw-map.ts';

const reader = unified().use(remarkParse).use(remarkMdx);

/**
 * @param name begins the ids; unique on the page
 * @param shown the file as its author knows it
 * @throws Error in the form of the checks, `file:line mermaid — …`, when a fence cannot be drawn.
 */
export async function drawFences(text: string, name: string, shown: string): Promise<string> {
  const { start, body, fences } = fencesOf(text, name);
  let drawn = '';
  let at = 0;
  for (const { node, from, to, line, figureName } of fences) {
    const figure = await figureOf(node.value, figureName).catch((error: unknown) => {
      throw error instanceof ChartError
        ? new Error(error.toLine(shown, line), { cause: error })
        : error;
    });
    drawn += body.slice(at, from) + figure;
    at = to;
  }
  return text.slice(0, start) + drawn + body.slice(at);
}

/** A content file as the checks have it: its place in the content folder, and as its author knows it. */
export interface MdxFile {
  readonly path: string;
  readonly shown: string;
  readonly text: string;
}

/** Every fence that cannot be drawn, in the form of the checks: `file:line mermaid — …`. */
export async function fenceFaults(files: readonly MdxFile[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { path: file, shown, text } of files) {
    if (!file.endsWith('.mdx') || !text.includes('mermaid')) continue;
    for (const { node, line, figureName } of readable(text, path.basename(file, '.mdx')))
      await figureOf(node.value, figureName).catch((error: unknown) => {
        if (!(error instanceof ChartError)) throw error;
        faults.push(error.toLine(shown, line));
      });
  }
  return faults;
}

/** A body that is no MDX is for the checks to tell. */
function readable(text: string, name: string): readonly Fence[] {
  try {
    return fencesOf(text, name).fences;
  } catch {
    return [];
  }
}

interface Fence {
  readonly node: Code;
  /** In the body. */
  readonly from: number;
  readonly to: number;
  /** Lines of the file above the source: the fence's own is one of them. */
  readonly line: number;
  readonly figureName: string;
}

/** @throws VFileMessage where the body is not MDX */
function fencesOf(
  text: string,
  name: string,
): { readonly start: number; readonly body: string; readonly fences: readonly Fence[] } {
  const start = bodyStart(text);
  const body = text.slice(start);
  const linesAbove = text.slice(0, start).split('\n').length - 1;
  const nodes = reader.parse(body).children.flatMap(fencesIn);
  const fences = nodes.flatMap((node, i): Fence[] => {
    const [from, to] = [node.position?.start, node.position?.end];
    if (from?.offset === undefined || to?.offset === undefined) return [];
    const line = linesAbove + from.line;
    return [
      { node, from: from.offset, to: to.offset, line, figureName: `${name}-${String(i + 1)}` },
    ];
  });
  return { start, body, fences };
}

async function figureOf(source: string, name: string): Promise<string> {
  const { narrow, wide, room, hasInferred } = await drawSource(source, name);
  const caption = hasInferred
    ? '<figcaption><span><span class="key"></span> เส้นประ ตามที่เขียนไว้ในผัง</span></figcaption>'
    : '';
  return `<figure class="chart chart-map chart-map-${room}" set:html={${JSON.stringify(narrow + wide + caption)}} />`;
}

/** Behind the frontmatter: what stands there is YAML, not Markdown. */
function bodyStart(text: string): number {
  return /^---\r?\n[\s\S]*?\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

function fencesIn(node: RootContent): Code[] {
  if (node.type === 'code') return node.lang === 'mermaid' ? [node] : [];
  return 'children' in node ? (node.children as RootContent[]).flatMap(fencesIn) : [];
}
