// Stage: import. The bytes of a Word file → its text: a line a paragraph, # before headings, tabs between cells.
import mammoth from 'mammoth';
import { defaultTreeAdapter as tree, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { finding, type Finding } from './finding.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** @throws Error of the reader where the file is damaged or no Word file. */
export async function docxText(bytes: Uint8Array): Promise<{ text: string; findings: Finding[] }> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    // A picture is not text; its bytes need not pass through the page.
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
    },
  );
  const writer = new LineWriter();
  writer.blocks(parseFragment(value), 0);
  const said = [...new Set(messages.map(({ message }) => message))].filter(
    (message) => !/style/iu.test(message),
  );
  return {
    text: `${writer.lines.join('\n')}\n`,
    findings: [
      ...(writer.autoNumbers > 0
        ? [finding('auto-number', writer.firstAutoNumber, { count: writer.autoNumbers })]
        : []),
      ...said.map((message) => finding('word-message', 0, { message })),
    ],
  };
}

class LineWriter {
  readonly lines: string[] = [];
  autoNumbers = 0;
  firstAutoNumber = 0;

  /** Each paragraph is a line of its own with a blank line behind it: in Word a line does not end before its paragraph does. */
  blocks(parent: Parent, level: number): void {
    for (const node of parent.childNodes) {
      if (!tree.isElementNode(node)) {
        if (tree.isTextNode(node) && node.value.trim() !== '') this.#put(node.value);
        continue;
      }
      const heading = /^h([1-6])$/.exec(node.tagName)?.[1];
      if (heading !== undefined)
        this.#put(`${'#'.repeat(Number(heading))} ${inline(node).replace(/\s+/gu, ' ').trim()}`);
      else if (node.tagName === 'ol' || node.tagName === 'ul') this.#list(node, level);
      else if (node.tagName === 'table') this.#table(node);
      else if (node.tagName === 'p') for (const line of inline(node).split('\n')) this.#put(line);
      else this.blocks(node, level);
    }
  }

  #put(line: string): void {
    if (line.trim() !== '' && line.trim() !== '#') this.lines.push(line.trimEnd(), '');
  }

  #list(list: Parent & { tagName: string }, level: number): void {
    let count = 0;
    for (const item of list.childNodes) {
      if (!tree.isElementNode(item) || item.tagName !== 'li') continue;
      count++;
      const own = item.childNodes
        .filter((node) => !isList(node))
        .map(textOf)
        .join('')
        .replace(/\s+/gu, ' ')
        .trim();
      if (own !== '') {
        if (list.tagName === 'ol') {
          this.firstAutoNumber ||= this.lines.length + 1;
          this.autoNumbers++;
        }
        const mark =
          list.tagName === 'ul' ? '-' : level % 2 === 0 ? `${String(count)}.` : `${String(count)})`;
        this.#put(`${'  '.repeat(level)}${mark} ${own}`);
      }
      for (const inner of item.childNodes) if (isList(inner)) this.#list(inner, level + 1);
    }
  }

  #table(table: Parent): void {
    for (const row of rowsOf(table)) {
      const cells = row.childNodes
        .filter((node) => tree.isElementNode(node))
        .map((cell) => cellText(cell));
      if (cells.some((cell) => cell !== '')) this.lines.push(cells.join('\t'));
    }
    this.lines.push('');
  }
}

type Element = DefaultTreeAdapterTypes.Element;

function isList(node: Node): node is Element {
  return tree.isElementNode(node) && (node.tagName === 'ol' || node.tagName === 'ul');
}

function rowsOf(parent: Parent): Element[] {
  return parent.childNodes
    .filter((node) => tree.isElementNode(node))
    .flatMap((node) => (node.tagName === 'tr' ? [node] : rowsOf(node)));
}

/** A cell's paragraphs and lists on one line, numbers of its lists included. */
function cellText(cell: Parent): string {
  const writer = new LineWriter();
  writer.blocks(cell, 0);
  return writer.lines.join(' ').replace(/\s+/gu, ' ').trim();
}

function inline(parent: Parent): string {
  return parent.childNodes.map(textOf).join('');
}

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node)) return '';
  return node.tagName === 'br' ? '\n' : inline(node);
}
