// Site tests: a built folder → its links and anchors that lead nowhere.
import { attribute, elements, fileOf, pagePaths, readBuilt } from './built-site.ts';

export interface LinkCheck {
  readonly checked: number;
  readonly broken: readonly string[];
}

/** Every href, src and action of every page. `base` is the sub-path of the build, without a closing slash. */
export function checkLinks(folder: string, base: string): LinkCheck {
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: string): Set<string> => {
    const known =
      ids.get(page) ??
      new Set(
        elements(readBuilt(page, folder)).flatMap((element) => attribute(element, 'id') ?? []),
      );
    ids.set(page, known);
    return known;
  };
  const broken: string[] = [];
  let checked = 0;
  for (const page of pagePaths(folder)) {
    for (const element of elements(readBuilt(page, folder))) {
      for (const name of ['href', 'src', 'action']) {
        const link = attribute(element, name);
        if (link === undefined || link.startsWith('data:')) continue;
        checked += 1;
        const url = new URL(link, `http://site.test${base}${page}`);
        if (url.host !== 'site.test') {
          broken.push(`${page}: leaves the site: ${link}`);
          continue;
        }
        const path = url.pathname.startsWith(`${base}/`)
          ? url.pathname.slice(base.length)
          : undefined;
        if (path === undefined || fileOf(path, folder) === undefined)
          broken.push(`${page}: ${link}`);
        else if (url.hash && !idsOf(path).has(decodeURIComponent(url.hash.slice(1))))
          broken.push(`${page}: no anchor ${link}`);
      }
    }
  }
  return { checked, broken };
}
