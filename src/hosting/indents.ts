// Stage: hosting. A page as Astro renders it → the same page without the indents of its source: 0.4 KB of each, packed.
import type { AstroIntegration } from 'astro';

/** Astro's own `compressHTML` takes line ends as well, and with them the space between two words that are elements. */
export function withoutIndents(html: string): string {
  return html
    .split(/(<(?:pre|textarea)\b.*?<\/(?:pre|textarea)>)/s)
    .map((part, i) => (i % 2 === 0 ? part.replace(/\s*\n\s*/g, '\n') : part))
    .join('');
}

/** Before a page is written: reading and writing every file once more cost as much as rendering it. */
export function pagesWithoutIndents(): AstroIntegration {
  return {
    name: 'indents',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          async render(request, options) {
            const rendered = await standard.render(request, options);
            const response = 'response' in rendered ? rendered.response : rendered;
            if (!response.headers.get('content-type')?.startsWith('text/html')) return rendered;
            const { status, headers } = response;
            const page = new Response(withoutIndents(await response.text()), { status, headers });
            return 'response' in rendered ? { ...rendered, response: page } : page;
          },
        }));
      },
    },
  };
}
