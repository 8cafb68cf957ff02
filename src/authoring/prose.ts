// Stage: authoring. An MDX body → its paragraphs as plain text, in order (what must stand in the source), and what is no text.
import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const reader = unified().use(remarkParse).use(remarkMdx);

/** A block of running text with the line of the body (from 1) on which it begins. */
export interface Paragraph {
  readonly text: string;
  readonly line: number;
}

/** What a body holds beside its text that could show words which no check compares. */
export interface Code {
  readonly what: string;
  readonly text: string;
  readonly line: number;
}

/** A body that is no MDX: the sign that MDX stumbled over, and the line of the body. */
export class BodyError extends Error {
  readonly sign: '{' | '<' | 'import';
  readonly line: number;
  constructor(sign: BodyError['sign'], line: number, cause: unknown) {
    super(`line ${String(line)}: ${sign}`, { cause });
    this.sign = sign;
    this.line = line;
  }
}

/**
 * The text blocks of a body. Charts in ```mermaid fences and comments are not the source's words.
 * @throws BodyError where the body is not MDX.
 */
export function proseParagraphs(body: string): Paragraph[] {
  return blocksOf(body).flatMap(textBlocks);
}

/**
 * Components, tags, expressions, imports, pictures and code of other languages, each with its line.
 * @throws BodyError where the body is not MDX.
 */
export function codeIn(body: string): Code[] {
  return blocksOf(body).flatMap(codeBlocks);
}

function blocksOf(body: string): readonly RootContent[] {
  if (body.trim() === '') return [];
  try {
    return reader.parse(body).children;
  } catch (error) {
    // A tag's own position stands only in the message: "Expected a closing tag for `<b>` (1:1-1:4)".
    const { source = '', line, message } = error as ParserMessage;
    const sign = source.endsWith('esm') ? 'import' : source.endsWith('jsx') ? '<' : '{';
    const reported = line ?? Number(/\((\d+):/.exec(message)?.[1] ?? 1);
    throw new BodyError(sign, sign === 'import' ? importLine(body, reported) : reported, error);
  }
}

/** The parser reports where the words after an import stop to be code, which may be paragraphs below it. */
function importLine(body: string, reported: number): number {
  const above = body.split('\n').slice(0, reported);
  return above.findLastIndex((words) => /^(?:import|export)\b/.test(words)) + 1 || reported;
}

interface ParserMessage {
  readonly source?: string;
  readonly line?: number;
  readonly message: string;
}

function textBlocks(node: RootContent): Paragraph[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ text: toString(node), line: lineOf(node) }];
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.flatMap(textBlocks);
    default:
      return [];
  }
}

const CODE_NAMES: Partial<Record<Nodes['type'], string>> = {
  mdxJsxFlowElement: 'แท็ก',
  mdxJsxTextElement: 'แท็ก',
  mdxFlowExpression: 'ปีกกา',
  mdxTextExpression: 'ปีกกา',
  mdxjsEsm: 'คำสั่ง import หรือ export',
  html: 'แท็ก',
  code: 'กล่องโค้ด',
  image: 'รูปภาพ',
  imageReference: 'รูปภาพ',
};

/** Addresses that run something instead of leading somewhere. */
const RUNS = /^\s*(?:javascript|vbscript|data):/i;

function codeBlocks(node: Nodes): Code[] {
  if ((node.type === 'link' || node.type === 'definition') && RUNS.test(node.url))
    return [{ what: 'ลิงก์', text: node.url.trim().slice(0, 40), line: lineOf(node) }];
  const what = CODE_NAMES[node.type];
  if (!what) return 'children' in node ? node.children.flatMap(codeBlocks) : [];
  if (node.type === 'code' && node.lang === 'mermaid') return [];
  const text = 'value' in node ? node.value : '';
  const isComment = node.type.endsWith('Expression') && /^\s*\/\*[^]*\*\/\s*$/.test(text);
  if (isComment) return [];
  const name = 'name' in node ? `<${node.name ?? ''}>` : 'url' in node ? node.url : text;
  return [{ what, text: name.trim().slice(0, 40), line: lineOf(node) }];
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;
