// Build: a stylesheet → the same with short names of its custom properties: 0.4 KB of a page, packed.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'postcss';

/** Set by a script, which knows them by their long names. */
const SET_BY_SCRIPTS = new Set(['--seen']);
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NAME = /--[a-z][\w-]*/g;

/** The same name in every sheet: a page has several. @param folder with all of the site's stylesheets */
export function shortNames(folder: string): Plugin {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/\/\*.*?\*\//gs, ''));
  const names = [...new Set(sheets.flatMap((text) => text.match(NAME) ?? []))]
    .filter((name) => !SET_BY_SCRIPTS.has(name))
    .sort();
  const short = new Map(names.map((name, i) => [name, `--${letters(i)}`]));
  const shortened = (text: string): string => text.replace(NAME, (name) => short.get(name) ?? name);
  return {
    postcssPlugin: 'short-names',
    OnceExit(root) {
      root.walkDecls((decl) => {
        decl.prop = shortened(decl.prop);
        decl.value = shortened(decl.value);
      });
    },
  };
}

function letters(n: number): string {
  const rest = Math.floor(n / LETTERS.length);
  return (rest === 0 ? '' : letters(rest - 1)) + (LETTERS[n % LETTERS.length] ?? '');
}
