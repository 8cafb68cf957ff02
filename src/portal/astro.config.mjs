// Build: environment -> Astro's configuration for a portal's own pages. src/commands/build-portal.ts sets what it reads.
// @ts-check
import { defineConfig } from 'astro/config';

const cache = process.env.KHUMUE_CACHE ?? '.cache/portal';

export default defineConfig({
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
});
