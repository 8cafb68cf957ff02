// Stage: form. A content file's text and what the form says of it → the text with that changed and nothing else. Runs in the browser.
import { diff3Merge } from 'node-diff3';
import { isMap, isScalar, isSeq, parseDocument, Scalar, stringify } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { contentParts, parseContentFile } from '../authoring/content-file.ts';
import {
  BODY,
  fromForm,
  isRecord,
  meaning,
  Refusal,
  sameMeaning,
  toForm,
  type FormData,
} from './form-data.ts';
import { givenIds } from './given-ids.ts';

/**
 * The file with what the form says. A file of which the form says what it says already comes back as it is, byte for byte.
 * Otherwise the lines of changed fields are new, and every other line, with its comments, quotes and folds, stands as it was.
 * @throws {Refusal} where the file cannot be read, or where what would be written does not read as the form says
 */
export function keepBytes(path: string, text: string, shown: FormData): string {
  const old = toForm(path, text);
  const said = givenIds(shown, old);
  if (sameMeaning(said, old)) return text;
  const parts = contentParts(path, text);
  if (!parts) throw new Refusal(`ไม่พบส่วนหัวของแฟ้ม ${path}`);
  const { yamlStart, yamlEnd, bodyStart } = parts;
  const data = fromForm(said, parseContentFile(path, text).data as FormData);
  const result =
    text.slice(0, yamlStart) +
    editedYaml(text.slice(yamlStart, yamlEnd), data) +
    text.slice(yamlEnd, bodyStart) +
    editedBody(text.slice(bodyStart), said[BODY]);
  if (!sameMeaning(toForm(path, result), said))
    throw new Refusal(
      `ไม่ได้บันทึก ${path} เพราะรูปแบบของแฟ้มทำให้เขียนตามฟอร์มแล้วอ่านกลับมาไม่ตรงกัน แฟ้มเดิมยังอยู่ครบ โปรดแก้ด้วยโปรแกรมแก้ข้อความ`,
    );
  return result;
}

function editedYaml(yaml: string, data: FormData): string {
  const ends = yaml.match(/\r?\n/g) ?? [];
  const crlf = ends.length > 0 && ends.every((end) => end === '\r\n');
  const text = withNewWords(crlf ? yaml.replaceAll('\r\n', '\n') : yaml, data);
  const document = read(text);
  const result = sameMeaning(document.toJS(), data) ? text : withNewShape(text, document, data);
  return crlf ? result.replaceAll('\n', '\r\n') : result;
}

function read(yaml: string): Document {
  return parseDocument(yaml, { schema: 'core' });
}

/** Words on one line, in the place of the words that stood there. */
function withNewWords(yaml: string, data: FormData): string {
  const places: { from: number; to: number; words: string }[] = [];
  const document = read(yaml);
  const look = (node: unknown, wanted: unknown, inFlow: boolean): void => {
    if (isMap(node) && isRecord(wanted)) {
      for (const { key, value } of node.items)
        look(value, wanted[String(isScalar(key) ? key.value : key)], inFlow || node.flow === true);
    } else if (isSeq(node) && Array.isArray(wanted)) {
      const items = saying(wanted);
      for (const [i, at] of pairing(node.toJS(document) as unknown[], items).entries())
        if (at !== undefined) look(node.items[at], items[i], inFlow || node.flow === true);
    } else if (
      isScalar(node) &&
      node.range &&
      meaning(wanted) !== undefined &&
      typeof wanted !== 'object' &&
      node.value !== wanted
    ) {
      const [from, to] = node.range;
      const old = yaml.slice(from, to);
      const words = oneLine(styled(node, wanted), inFlow);
      if (!old.includes('\n') && !(node.type ?? '').startsWith('BLOCK') && words !== undefined)
        places.push({ from, to, words });
    }
  };
  look(document.contents, data, false);
  return places
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, words }) => text.slice(0, from) + words + text.slice(to), yaml);
}

/** A scalar as it is written behind `key: `; undefined where that takes several lines. */
function oneLine(scalar: Scalar, inFlow: boolean): string | undefined {
  if (inFlow && scalar.type === 'PLAIN' && /[,[\]{}]/.test(String(scalar.value)))
    scalar.type = 'QUOTE_DOUBLE';
  const words = stringify({ key: scalar }, { lineWidth: 0 }).slice('key: '.length).trimEnd();
  return words.includes('\n') ? undefined : words;
}

/** Printing a document lays all of it out anew, in one of these ways. */
const LAYOUTS = [2, 4].flatMap((indent) =>
  [true, false].flatMap((indentSeq) =>
    [true, false].map((flowCollectionPadding) => ({
      indent,
      indentSeq,
      flowCollectionPadding,
      lineWidth: 0,
    })),
  ),
);

/**
 * Entries that came, went or moved. Only what they change in a print of the document is brought into the text: a three-way merge
 * of lines, in which the print before the edit is the base.
 */
function withNewShape(yaml: string, document: Document, data: FormData): string {
  const end = yaml.endsWith('\n') ? '\n' : '';
  const lines = yaml.replace(/\n$/, '').split('\n');
  const known = new Set(lines);
  const [layout] = LAYOUTS.map((options) => ({
    options,
    alike: printed(document, options).filter((line) => known.has(line)).length,
  })).toSorted((a, b) => b.alike - a.alike);
  const before = printed(document, layout?.options);
  if (!isMap(document.contents)) throw new Refusal('ส่วนหัวของแฟ้มไม่ใช่ช่องข้อมูล');
  editMap(document, document.contents as YAMLMap<Scalar, Node>, data);
  const merged = diff3Merge(lines, before, printed(document, layout?.options)).flatMap(
    ({ ok, conflict }) => ok ?? conflict?.b ?? [],
  );
  return merged.join('\n') + end;
}

function printed(document: Document, options: (typeof LAYOUTS)[number] | undefined): string[] {
  return document.toString(options).replace(/\n$/, '').split('\n');
}

function editMap(document: Document, map: YAMLMap<Scalar, Node>, wanted: FormData): void {
  const keyOf = (pair: Pair<Scalar, Node | null>): string => String(pair.key.value);
  map.items = map.items.filter(
    (pair) =>
      meaning(wanted[keyOf(pair)]) !== undefined ||
      // Empty as it stands: it says as little as a field that is not there.
      meaning(pair.value?.toJS(document)) === undefined,
  );
  let after = -1;
  for (const [key, value] of Object.entries(wanted)) {
    if (meaning(value) === undefined) continue;
    const at = map.items.findIndex((pair) => keyOf(pair) === key);
    const pair = map.items[at];
    if (pair) {
      pair.value = edited(document, pair.value, value);
      after = at;
    } else {
      after += 1;
      const made = document.createPair<Scalar>(key, meaning(value));
      map.items.splice(after, 0, made);
    }
  }
}

function edited(document: Document, node: Node | null, wanted: unknown): Node {
  if (node) {
    if (sameMeaning(node.toJS(document), wanted)) return node;
    if (isMap(node) && isRecord(wanted)) {
      editMap(document, node as YAMLMap<Scalar, Node>, wanted);
      return node;
    }
    if (isSeq(node) && Array.isArray(wanted)) {
      const items = saying(wanted);
      const at = pairing(node.toJS(document) as unknown[], items);
      const old = [...(node as YAMLSeq<Node>).items];
      node.items = items.map((item, i) => edited(document, old[at[i] ?? -1] ?? null, item));
      return node;
    }
    if (isScalar(node) && typeof wanted !== 'object') {
      const { type } = styled(node, wanted);
      if (type) node.type = type;
      node.value = wanted;
      return node;
    }
  }
  return document.createNode(meaning(wanted));
}

/** The value in the style of the scalar that it takes the place of. */
function styled(node: Scalar, wanted: unknown): Scalar {
  const scalar = new Scalar(wanted);
  if (node.type) scalar.type = node.type;
  // Quotes that the words needed are not a choice: the new words may do without.
  if ((node.type ?? '').startsWith('QUOTE') && !standsBare(node.value) && standsBare(wanted))
    scalar.type = 'PLAIN';
  return scalar;
}

/** Not a date either, which older readers of YAML take for more than a text. */
function standsBare(value: unknown): boolean {
  return stringify(value, { lineWidth: 0, schema: 'yaml-1.1' }).trim() === value;
}

function saying(items: readonly unknown[]): unknown[] {
  return items.filter((item) => meaning(item) !== undefined);
}

/**
 * For each item, where it stood before. It is the same one by its id or, without one, by what it says; else by standing next after
 * one that is.
 */
function pairing(old: readonly unknown[], items: readonly unknown[]): (number | undefined)[] {
  const free = new Set(old.keys());
  const take = (found: number | undefined): number | undefined => {
    if (found !== undefined) free.delete(found);
    return found;
  };
  const pairs = items.map((item) => {
    const id = idOf(item);
    return take(
      [...free].find((at) =>
        id === undefined ? sameMeaning(old[at], item) : idOf(old[at]) === id,
      ),
    );
  });
  for (const [i, item] of items.entries()) {
    if (pairs[i] !== undefined || idOf(item) !== undefined) continue;
    const before = i === 0 ? -1 : pairs[i - 1];
    const next = before === undefined ? undefined : before + 1;
    if (next !== undefined && free.has(next) && idOf(old[next]) === undefined)
      pairs[i] = take(next);
  }
  return pairs;
}

function idOf(item: unknown): string | undefined {
  return isRecord(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
}

/** The white space around the words stays. */
function editedBody(body: string, wanted: unknown): string {
  const words = typeof wanted === 'string' ? wanted.trim() : '';
  const old = body.trim();
  if (words === old) return body;
  if (old === '') return words === '' ? body : `${body.trimEnd()}\n${words}\n`;
  const at = body.indexOf(old);
  const crlf = body.includes('\r\n') && !/[^\r]\n/.test(body);
  return (
    body.slice(0, at) +
    (crlf ? words.replaceAll(/\r?\n/g, '\r\n') : words) +
    body.slice(at + old.length)
  );
}
