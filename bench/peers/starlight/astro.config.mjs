// A peer: Starlight. CHARTS=build draws Mermaid charts at build, in Chromium; else its usual plugin draws them in the reader's browser.
import process from 'node:process';
import starlight from '@astrojs/starlight';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import mermaid from 'astro-mermaid';
import rehypeMermaid from 'rehype-mermaid';

const drawn = process.env.CHARTS === 'build';
const browser = { executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] };

export default defineConfig({
  ...(drawn
    ? {
        markdown: {
          processor: unified({
            rehypePlugins: [[rehypeMermaid, { strategy: 'inline-svg', launchOptions: browser }]],
          }),
          syntaxHighlight: { type: 'shiki', excludeLangs: ['mermaid'] },
        },
      }
    : {}),
  integrations: [
    ...(drawn ? [] : [mermaid()]),
    starlight({ title: 'คู่มือ', locales: { root: { label: 'ไทย', lang: 'th' } } }),
  ],
});
