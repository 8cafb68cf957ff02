// Stage: chart. An .mdx file with ```mermaid fences → the same file with their drawings, before Astro reads it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

/** For `vite.plugins`. Independent of the Markdown processor, and it knows the file's lines. */
export function mermaidFences(): Plugin {
  return {
    name: 'khumue-mermaid-fences',
    enforce: 'pre',
    async load(id) {
      const file = id.replace(/\?.*$/, '');
      if (!file.endsWith('.mdx')) return undefined;
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (!text?.includes('mermaid')) return undefined;
      // What draws is loaded where there is something to draw.
      const { drawFences } = await import('./mermaid-fence.ts');
      const shown = path.relative(process.cwd(), file).split(path.sep).join('/');
      const drawn = await drawFences(text, path.basename(file, '.mdx'), shown);
      return drawn === text ? undefined : drawn;
    },
  };
}
