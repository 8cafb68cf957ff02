// Site tests: the built folder → its pages and files, without a browser.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const root = path.resolve(import.meta.dirname, '../..');
export const folder = path.resolve(root, process.env.KHUMUE_OUT ?? 'dist');

/** Paths of all pages from the site's root, as a reader would type them: `/`, `/manuals/`, `/404.html`. */
export function pagePaths(of = folder): string[] {
  return readdirSync(of, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .toSorted();
}

/** Of the pages that one template makes (`/people/x/`, `/people/y/`), the one with most in it. */
export function longestOfEachKind(paths: readonly string[], of = folder): string[] {
  const longest = new Map<string, { path: string; length: number }>();
  for (const path of paths) {
    const [first = '', ...rest] = path.split('/').filter(Boolean);
    const kind = `${first} ${String(rest.length)}`;
    const { length } = readBuilt(path, of);
    if (length > (longest.get(kind)?.length ?? 0)) longest.set(kind, { path, length });
  }
  return [...longest.values()].map(({ path }) => path).toSorted();
}

/** The file behind a path of the site, or undefined. */
export function fileOf(pathname: string, of = folder): string | undefined {
  const file = path.join(
    of,
    decodeURIComponent(pathname),
    pathname.endsWith('/') ? 'index.html' : '',
  );
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

export function readBuilt(pathname: string, of = folder): string {
  const file = fileOf(pathname, of);
  if (!file) throw new Error(`${pathname} was not built`);
  return readFileSync(file, 'utf8');
}

/** Every element of a page, in document order. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((attr) => attr.name === name)?.value;
}

/** The text of an element and all that is in it, as it stands. */
export function textOf(element: Element): string {
  let text = '';
  const visit = (node: Node): void => {
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value;
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(element);
  return text;
}

/** The scripts that a page loads by itself, with all that they import, as paths below the folder. */
export function scriptsOf(
  html: string,
  of = folder,
  wanted: (src: string) => boolean = () => true,
): string[] {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const code = readFileSync(path.join(of, file), 'utf8');
    for (const [, imported = ''] of code.matchAll(/\b(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      add(path.posix.join(path.posix.dirname(file), imported));
  };
  for (const element of elements(html)) {
    const src = element.tagName === 'script' ? attribute(element, 'src') : undefined;
    if (src !== undefined && wanted(src)) add(src.replace(/^\//, ''));
  }
  return [...files];
}
