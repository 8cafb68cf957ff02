// A peer: VitePress with its usual Mermaid plugin, which draws in the reader's browser.
import { defineConfig } from 'vitepress';
import { withMermaid } from 'vitepress-plugin-mermaid';

export default withMermaid(defineConfig({ title: 'คู่มือ', lang: 'th' }));
