// Stage: form. The page's script and the editor's package → scripts that ask no other origin for anything, and the files that they load.
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build as esbuild, type BuildOptions, type Plugin } from 'esbuild';
import { thaiWords } from './thai-words.ts';

const editor = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@sveltia/cms')),
  '..',
);
const assets = path.join(editor, 'npm/assets');

/** What the editor loads for pictures, maps, code and rich text: no field of ours has any. */
const UNUSED =
  /^(?:@shikijs\/|leaflet|terra-draw|svgo\/|exifr\/|turndown\/)|\/(?:chunks\/(?:heic|webp_enc|shiki))|\/locales\/[^/]+\.json$/;

/** The editor has no Thai: its words stand in the place of Vietnamese. */
const fitted: Plugin = {
  name: 'fitted',
  setup(build) {
    build.onResolve({ filter: UNUSED }, ({ path: name }) =>
      name.endsWith('/locales/vi.json')
        ? { path: 'thai', namespace: 'words' }
        : { path: 'unused', namespace: 'unused' },
    );
    build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({
      contents: JSON.stringify(thaiWords),
      loader: 'json',
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'export default {};',
      loader: 'js',
    }));
    build.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path: file }) => ({
      contents: await atHome(await readFile(file, 'utf8')),
      loader: 'js',
    }));
  },
};

/**
 * The editor's script with Thai among its languages, and without the addresses of other origins from which it would take fonts
 * and modules. @throws {Error} where the package no longer has them as it had
 */
async function atHome(script: string): Promise<string> {
  const fonts = await fontNames();
  let text = script;
  const change = (from: RegExp, to: (match: string) => string, times: number): void => {
    if ((text.match(from) ?? []).length !== times)
      throw new Error(`form: @sveltia/cms is no longer as it was: ${from.source}`);
    text = text.replaceAll(from, to);
  };
  change(/,vi,(?=zh-CN,)/g, () => ',th,', 1);
  change(/\bvi:(?=\(\)=>[^,]{0,40}locales\/vi\.json)/g, () => 'th:', 1);
  change(
    /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/[^)'"]+/g,
    (address) => {
      const id = /fonts\/([a-z0-9-]+)/.exec(address)?.[1] ?? '';
      const name = fonts.find((font) => font.startsWith(id));
      if (!name) throw new Error(`form: no font for ${address}`);
      return `./assets/${name}`;
    },
    3,
  );
  change(/https:\/\/unpkg\.com/g, () => './absent', 4);
  return text;
}

type Files = [name: string, bytes: Uint8Array][];

export function scripts(): Promise<Files> {
  return bundled({
    entryPoints: { form: path.join(import.meta.dirname, 'browser/form.ts') },
    plugins: [fitted],
    splitting: true,
    format: 'esm',
    target: 'es2022',
    // Not in a folder of their own: the editor looks for its fonts beside its script.
    chunkNames: '[name]-[hash]',
  });
}

export function styles(): Promise<Files> {
  return bundled({
    entryPoints: { page: path.join(import.meta.dirname, 'page.css') },
    loader: { '.woff2': 'file' },
    assetNames: 'fonts/[name]',
  });
}

export async function editorFonts(): Promise<Files> {
  return Promise.all(
    (await fontNames()).map(async (name): Promise<Files[number]> => [
      `assets/${name}`,
      await readFile(path.join(assets, name)),
    ]),
  );
}

/** What the editor's licence and those of its fonts ask to be given along. */
export async function licences(): Promise<Files> {
  const fonts = (await readdir(assets)).filter((name) => name.endsWith('.LICENSE.txt'));
  return [
    ['licenses/sveltia-cms.LICENSE.txt', await readFile(path.join(editor, 'LICENSE.txt'))],
    ...(await Promise.all(
      fonts.map(async (name): Promise<Files[number]> => [
        `licenses/${name}`,
        await readFile(path.join(assets, name)),
      ]),
    )),
  ];
}

async function fontNames(): Promise<string[]> {
  return (await readdir(assets)).filter((name) => name.endsWith('.woff2'));
}

async function bundled(options: BuildOptions): Promise<Files> {
  const out = path.resolve('form');
  const { outputFiles } = await esbuild({
    ...options,
    bundle: true,
    write: false,
    minify: true,
    outdir: out,
    legalComments: 'linked',
    tsconfigRaw: {},
  });
  return outputFiles.map(({ path: file, contents }) => [
    path.relative(out, file).split(path.sep).join('/'),
    contents,
  ]);
}
