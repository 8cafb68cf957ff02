// Stage: folder copy. A built page and its place → the page as it works from a folder: relative links, one classic script.
import { parse, serialize, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export interface FolderPage {
  readonly html: string;
  /** The page's module scripts, as paths below the site, in order; they run as one. */
  readonly modules: readonly string[];
  /** Scripts that are no modules already. */
  readonly classic: readonly string[];
}

/** What a browser refuses or cannot use where there is no host. */
const HOST_ONLY = ['preload', 'modulepreload', 'manifest', 'apple-touch-icon'];
const LINKS = ['href', 'src', 'action'];
const POLICY = 'Content-Security-Policy';

/**
 * @param file below the site: `manuals/index.html`
 * @param script names the script that runs the given modules, below the site; it is asked only where there are any
 */
export function folderPage(
  html: string,
  file: string,
  shim: string,
  script: (modules: readonly string[]) => string,
): FolderPage {
  const document = parse(html);
  const modules: string[] = [];
  const classic: string[] = [];
  const up = '../'.repeat(file.split('/').length - 1) || './';
  let head: Element | undefined;
  visit(document, (element) => {
    if (element.tagName === 'head') head = element;
    const source = element.tagName === 'script' ? value(element, 'src')?.slice(1) : undefined;
    if (source && value(element, 'type') !== 'module') classic.push(source);
    if (source && value(element, 'type') === 'module') {
      modules.push(source);
      remove(element);
    } else if (element.tagName === 'link' && HOST_ONLY.includes(value(element, 'rel') ?? ''))
      remove(element);
    else
      for (const attribute of element.attrs) {
        if (attribute.name === 'content' && value(element, 'http-equiv') === POLICY)
          attribute.value = folderPolicy(attribute.value);
        else if (attribute.name === 'content' && value(element, 'http-equiv') === 'refresh')
          attribute.value = attribute.value.replace(
            /url=(.*)/,
            (_, to: string) => `url=${relative(to, up)}`,
          );
        else if (LINKS.includes(attribute.name)) attribute.value = relative(attribute.value, up);
        else if (attribute.name.startsWith('data-'))
          // A script puts a path behind the site's root.
          attribute.value = attribute.value === '/' ? up : relative(attribute.value, up);
      }
  });
  if (!head) throw new Error(`${file}: no <head>`);
  for (const at of [shim, ...(modules.length > 0 ? [script(modules)] : [])])
    head.childNodes.push(deferred(head, up + at, up));
  return { html: serialize(document), modules, classic };
}

/** To a file no other file is `'self'`; fonts come inside the stylesheet, for Firefox lets no page take them from a file. */
export function folderPolicy(policy: string): string {
  return policy.replace("font-src 'self'", 'font-src data:').replaceAll("'self'", 'file:');
}

/** `/manuals/?x#y` → `../manuals/index.html?x#y`; what is not below the site's root stays. */
export function relative(link: string, up: string): string {
  const parts = /^\/(?!\/)([^?#]*)(.*)$/s.exec(link);
  if (!parts) return link;
  const [, path = '', rest = ''] = parts;
  return up + (path === '' || path.endsWith('/') ? `${path}index.html` : path) + rest;
}

function deferred(parent: Element, src: string, root: string): Element {
  const [script] = (
    parse(`<head><script defer src="${src}" data-root="${root}"></script></head>`)
      .childNodes[0] as Element
  ).childNodes.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  return { ...(script as Element), parentNode: parent };
}

function visit(node: Node, look: (element: Element) => void): void {
  if ('tagName' in node) look(node);
  // A copy: `look` takes elements out.
  if ('childNodes' in node) for (const child of [...node.childNodes]) visit(child, look);
  if ('content' in node) visit(node.content, look);
}

function value(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function remove(element: Element): void {
  const siblings = element.parentNode?.childNodes;
  siblings?.splice(siblings.indexOf(element), 1);
}
