// Stage: authoring. An MDX body → its paragraphs as plain text, in order (what must stand in the source).
import type { RootContent } from 'mdast';
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

/**
 * The text blocks of a body. Code fences, components and imports are not the source's words and are passed over.
 * @throws Error of the MDX parser, with its `line`, where the body is not MDX.
 */
export function proseParagraphs(body: string): Paragraph[] {
  if (body.trim() === '') return [];
  return reader.parse(body).children.flatMap(textBlocks);
}

function textBlocks(node: RootContent): Paragraph[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [{ text: toString(node), line: node.position?.start.line ?? 1 }];
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.flatMap(textBlocks);
    default:
      return [];
  }
}
