// Build: environment -> Astro's configuration for a portal's own pages. src/commands/build-portal.ts sets what it reads.
// @ts-check

const cache = process.env.KHUMUE_CACHE ?? '.cache/portal';

/**
 * Not through defineConfig(), for the reason given in the other astro.config.mjs.
 * @type {import('astro').AstroUserConfig}
 */
const config = {
  output: 'static',
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  base: process.env.BASE_PATH || '/',
  srcDir: './src/portal',
  outDir: process.env.KHUMUE_STAGING ?? 'dist-portal',
  cacheDir: `${cache}/astro`,
  trailingSlash: 'always',
  compressHTML: false,
  // The content security policy allows nothing inline.
  build: { format: 'directory', inlineStylesheets: 'never' },
  prefetch: false,
  devToolbar: { enabled: false },
  vite: { cacheDir: `${cache}/vite`, build: { assetsInlineLimit: 0 } },
};

export default config;
