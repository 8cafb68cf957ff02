// Stage: authoring. A content file's text → its data, its body, and the line of every field.
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { fileFault } from '../source/file-fault.ts';

/** A field's path in frontmatter: `['steps', 2, 'text']`. */
export type FieldPath = readonly (string | number)[];

/** A place in a file, from 1. */
export interface FilePosition {
  readonly line: number;
  readonly column: number;
}

/** A content file, parsed; `data` is unchecked. */
export interface ContentFile {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly data: unknown;
  readonly body: string;
  /** The line on which the body begins. */
  readonly bodyLine: number;
  readonly errors: readonly {
    readonly line: number;
    readonly column: number;
    readonly message: string;
    readonly code: string;
  }[];
  /** Where a field stands; for a field that is missing, its nearest parent that is there. */
  position(path: FieldPath): FilePosition;
  /** Where the key of a field stands (for a key that should not be there). */
  keyPosition(path: FieldPath, key: string): FilePosition;
}

const FENCE = /^---[ \t]*\r?\n/;

/** Where the YAML of a file's text begins and ends, and its body begins. */
export interface ContentParts {
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
}

/** The parts of an `.mdx` file (frontmatter between `---` lines, then a body) or, for any other ending, of a whole YAML file. Undefined where an `.mdx` file has no frontmatter. */
export function contentParts(path: string, text: string): ContentParts | undefined {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (!/\.mdx?$/.test(path))
    return { yamlStart: start, yamlEnd: text.length, bodyStart: text.length };
  const open = FENCE.exec(text.slice(start));
  if (!open) return undefined;
  const yamlStart = start + open[0].length;
  const close = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(yamlStart - 1));
  if (!close) return undefined;
  const closing = yamlStart - 1 + close.index;
  return {
    yamlStart,
    yamlEnd: Math.max(yamlStart, closing),
    bodyStart: closing + close[0].length,
  };
}

/** What stands below the frontmatter, read without it. */
export function bodyIn(path: string, text: string): string {
  return text.slice(contentParts(path, text)?.bodyStart ?? 0);
}

/** Parses `.mdx` (frontmatter between `---` lines, then a body) or, for any other ending, a whole YAML file. */
export function parseContentFile(path: string, text: string): ContentFile {
  const fault = fileFault(text);
  if (fault) {
    const error = { ...fault, column: 1, message: '' };
    return { ...fromYaml(path, '', 0, '', 1), data: undefined, errors: [error] };
  }
  const parts = contentParts(path, text);
  if (!parts) {
    const missing = { line: 1, column: 1, message: 'no frontmatter', code: 'NO_FRONTMATTER' };
    return { ...fromYaml(path, '', 0, text.replace(/^\uFEFF/, ''), 1), errors: [missing] };
  }
  const { yamlStart, yamlEnd, bodyStart } = parts;
  const linesAbove = (at: number): number => text.slice(0, at).split('\n').length - 1;
  return fromYaml(
    path,
    text.slice(yamlStart, yamlEnd),
    linesAbove(yamlStart),
    text.slice(bodyStart),
    linesAbove(bodyStart) + 1,
  );
}

/** The same, parsed when more than its body is asked for: of a file whose data is known that is a rare thing. */
export function laterContentFile(path: string, text: string): ContentFile {
  let parsed: ContentFile | undefined;
  const file = (): ContentFile => (parsed ??= parseContentFile(path, text));
  return {
    path,
    body: bodyIn(path, text),
    get data() {
      return file().data;
    },
    get bodyLine() {
      return file().bodyLine;
    },
    get errors() {
      return file().errors;
    },
    position: (field) => file().position(field),
    keyPosition: (field, key) => file().keyPosition(field, key),
  };
}

function fromYaml(
  path: string,
  yaml: string,
  lineOffset: number,
  body: string,
  bodyLine: number,
): ContentFile {
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    schema: 'core',
  });
  const at = (offset: number | undefined): FilePosition => {
    const { line, col } = lines.linePos(offset ?? 0);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  const mistakes = toldOf(document.errors);
  const errors = [
    ...mistakes.map((error) => ({
      ...at(startOf(error, document)),
      message: messageOf(error, yaml),
      code: codeOf(error, document.errors),
    })),
    // An alias is always a * that should stand in quotes; one without its anchor would throw further on.
    ...(mistakes.some(isSyntax) ? [] : aliases(document)).map((offset) => ({
      ...at(offset),
      message: '',
      code: 'BAD_ALIAS',
    })),
  ];
  return {
    path,
    data: errors.length > 0 ? undefined : document.toJS(),
    body,
    bodyLine,
    errors,
    position: (field) => at(offsetOf(document, field)),
    keyPosition: (field, key) => at(keyOffset(document, field, key) ?? offsetOf(document, field)),
  };
}

/** Behind one slip of syntax the parser stumbles over much that is right: of such errors only the first is told. */
function toldOf(errors: readonly YAMLError[]): readonly YAMLError[] {
  const slip = errors.find(isSyntax);
  return slip ? [slip] : errors;
}

function isSyntax({ code }: YAMLError): boolean {
  return code !== 'DUPLICATE_KEY';
}

/** The parser's code, made finer where it stands for mistakes that are mended in different ways. */
function codeOf(error: YAMLError, all: readonly YAMLError[]): string {
  const { code, message, pos } = error;
  if (code === 'MISSING_CHAR' && message.includes('quote')) return 'MISSING_QUOTE';
  if (code === 'MISSING_CHAR' && message.includes('without - indicator')) return 'MISSING_DASH';
  if (code === 'MISSING_CHAR' && message.includes('map values')) return 'MISSING_COLON';
  if (code === 'BAD_INDENT' && message.includes('end with a')) return 'MISSING_BRACKET';
  // The text of a field goes on in the next line, which is a field too.
  const goesOn = all.some(
    (other) => other.code === 'MULTILINE_IMPLICIT_KEY' && other.pos[0] === pos[0],
  );
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && goesOn) return 'BAD_INDENT_BELOW';
  return code;
}

/** Where an error began: for a quote that is never closed, its opening, and not the end of all that it swallowed. */
function startOf(error: YAMLError, document: Document): number {
  let start = error.pos[0];
  if (error.code !== 'MISSING_CHAR') return start;
  visit(document, {
    Scalar(_key, { type, range }) {
      if (
        range &&
        (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') &&
        range[0] < error.pos[0] &&
        error.pos[0] <= range[2]
      )
        start = range[0];
    },
  });
  return start;
}

function aliases(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias(_key, { range }) {
      offsets.push(range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** The parser's words; for a key that stands twice, the key. */
function messageOf(error: YAMLError, yaml: string): string {
  return error.code === 'DUPLICATE_KEY'
    ? (/^[^:\n]*/.exec(yaml.slice(error.pos[0]))?.[0].trim() ?? '')
    : error.message;
}

function offsetOf(document: Document, field: FieldPath): number | undefined {
  for (let length = field.length; length >= 0; length--) {
    const path = field.slice(0, length);
    const key = path.at(-1);
    const parent = document.getIn(path.slice(0, -1), true);
    if (typeof key === 'string' && isMap(parent)) {
      const offset = keyOffset(document, path.slice(0, -1), key);
      if (offset !== undefined) return offset;
      continue;
    }
    const node: unknown = document.getIn(path, true);
    if (node && typeof node === 'object' && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return undefined;
}

function keyOffset(document: Document, parentPath: FieldPath, key: string): number | undefined {
  const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
  );
  return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}
