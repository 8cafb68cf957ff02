// Stage: chart. An .mdx file with ```mermaid fences → the same file with their drawings, before Astro reads it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Code, RootContent } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Plugin } from 'vite';
import { ChartError } from './chart-error.ts';
import { drawSource } from './draw-map.ts';

const reader = unified().use(remarkParse).use(remarkMdx);

/** For `vite.plugins`. Independent of the Markdown processor, and it knows the file's lines. */
export function mermaidFences(): Plugin {
  return {
    name: 'khumue-mermaid-fences',
    enforce: 'pre',
    async load(id) {
      const file = id.replace(/\?.*$/, '');
      if (!file.endsWith('.mdx')) return undefined;
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (!text?.includes('mermaid')) return undefined;
      const shown = path.relative(process.cwd(), file).split(path.sep).join('/');
      const drawn = await drawFences(text, path.basename(file, '.mdx'), shown);
      return drawn === text ? undefined : drawn;
    },
  };
}

/**
 * @param name begins the ids; unique on the page
 * @param shown the file as its author knows it
 * @throws Error in the form of the checks, `file:line mermaid — …`, when a fence cannot be drawn.
 */
export async function drawFences(text: string, name: string, shown: string): Promise<string> {
  const start = bodyStart(text);
  const body = text.slice(start);
  const linesAbove = text.slice(0, start).split('\n').length - 1;
  const fences = reader.parse(body).children.flatMap(fencesIn);
  let drawn = '';
  let at = 0;
  for (const [i, { value, position }] of fences.entries()) {
    if (position?.start.offset === undefined || position.end.offset === undefined) continue;
    const figure = await figureOf(value, `${name}-${String(i + 1)}`).catch((error: unknown) => {
      if (!(error instanceof ChartError)) throw error;
      // The fence's own line stands above the source.
      throw new Error(error.toLine(shown, linesAbove + position.start.line), { cause: error });
    });
    drawn += body.slice(at, position.start.offset) + figure;
    at = position.end.offset;
  }
  return text.slice(0, start) + drawn + body.slice(at);
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
