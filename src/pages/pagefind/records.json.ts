// Page: what is searched, for its index (src/search/write-index.ts, dev-index.ts); it is not published.
import type { APIRoute } from 'astro';
import { searchContent } from '../../search/search-content.ts';
import { handedOver } from '../../source/handed-over.ts';
import { rangeNote } from '../../source/source-note.ts';
import { site } from '../_site.ts';

export const GET: APIRoute = async () => {
  const { library, provenance } = await site();
  const content = searchContent(
    library,
    (manual, part, path) => rangeNote(provenance(manual), part, path)?.lines,
  );
  const { takeRecords } = handedOver();
  takeRecords?.(content);
  return new Response(takeRecords ? null : JSON.stringify(content));
};
