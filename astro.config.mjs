// Build: environment -> Astro's configuration, for the one site that src/pages describes.
// @ts-check
import mdx from '@astrojs/mdx';
import { mermaidFences } from './src/chart/fence-plugin.ts';
import { offlineSetting } from './src/offline/setting.ts';
import { keepsPageProgram } from './src/render/page-program.ts';
import { pigmentsAsValues } from './src/styles/pigments.ts';
import { shortNames } from './src/styles/short-names.ts';

// Each output folder has its own staging folder and, for each office, its own cache, so that a second site (a test's, another
// base path) never reads what the first one left behind. src/commands/build.ts sets both.
const cache = process.env.KHUMUE_CACHE ?? '.cache/dev';
const site = process.env.SITE_URL;
// The development server shows stylesheets as they are written.
const isBuild = process.argv.includes('build');

/**
 * Vite wraps every import() in a loader that waits for styles and preloads, 0.8 KB on each page, and
 * lists for it what each module needs. Here styles are links in the pages, so a plain import() does the
 * same. Were Vite to rename the module, the size limit of the checklist's script
 * (tests/site/checklist-look.test.ts) would say so.
 * @type {import('vite').Plugin}
 */
const plainImports = {
  name: 'khumue-plain-imports',
  enforce: 'pre',
  // Astro sets this over what stands below in `build`.
  config: () => ({ build: { modulePreload: false } }),
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/**
 * What every page about runs shares, as one file: packed as five, it would be 0.2 KB more for each procedure with a
 * run, which may load 4.25 KB for it (tests/site/checklist-look.test.ts).
 */
const checklistShared = {
  name: 'checklist',
  test: /src\/checklist\/(?:branches|events|flow|make|run|run-shape|shape|store|words)\.ts$/,
};

/** What every page loads, as one file; elsewhere the replaced loader would be a file of its own. */
const everyPage = {
  name: 'every-page',
  test: /components\/(?:wake\/|site-update\/site-update\.ts$)|layouts\/Page\.astro\?astro&type=script|offline\/copy\.ts$|vite\/preload-helper\.js$/,
};

/** What a first search asks for, as one file beside the one that asks: every module of its own would be a request. */
const search = {
  name: 'search',
  test: /src\/(?:search\/[\w-]+|components\/search-page\/results)\.ts$/,
};

/** What scripts need to write Thai: before the groups that would take it along, as others need it without them. */
const thai = { name: 'thai', test: /src\/thai\//, priority: 1 };

/** What only the development server does; a build does without loading it. */
async function forDevelopment() {
  const [{ contentProblems }, { fenceFaults }, { developmentIndex }] = await Promise.all([
    import('./src/authoring/content-problems.ts'),
    import('./src/chart/mermaid-fence.ts'),
    import('./src/search/dev-index.ts'),
  ]);
  return [contentProblems(fenceFaults), developmentIndex()];
}

/**
 * Not through defineConfig(): it returns what it is given, and its module loads SVGO, a tenth of what Astro's part of a build takes.
 * @type {import('astro').AstroUserConfig}
 */
const config = {
  output: 'static',
  ...(site ? { site } : {}),
  base: process.env.BASE_PATH || '/',
  outDir: process.env.KHUMUE_STAGING ?? 'dist',
  cacheDir: `${cache}/astro`,
  trailingSlash: 'always',
  // The default eats the white space between inline elements.
  compressHTML: false,
  // The content security policy allows nothing inline.
  build: { format: 'directory', inlineStylesheets: 'never' },
  markdown: { syntaxHighlight: false },
  integrations: [
    // A manual's prose is the source's words: no quotes bent, no links or tables made of them.
    mdx({ syntaxHighlight: false, smartypants: false, gfm: false }),
    keepsPageProgram(process.env.KHUMUE_PROGRAM),
    ...(isBuild ? [] : await forDevelopment()),
  ],
  prefetch: false,
  devToolbar: { enabled: false },
  // Writes the list of content files by which the Astro extension of an editor completes their frontmatter.
  experimental: { contentIntellisense: !isBuild },
  vite: {
    cacheDir: `${cache}/vite`,
    // A ```mermaid fence in a manual's text is drawn at build.
    plugins: [mermaidFences(), plainImports],
    css: {
      postcss: { plugins: [pigmentsAsValues(), ...(isBuild ? [shortNames('src/styles')] : [])] },
    },
    define: {
      // A development server must never be hidden behind yesterday's copy.
      KEEPS_COPY: String(isBuild && offlineSetting(process.env) === 'on'),
    },
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: { groups: [everyPage, thai, checklistShared, search] },
            },
          },
        },
      },
    },
  },
};

export default config;
