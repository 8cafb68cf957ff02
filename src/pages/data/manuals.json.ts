// Page: /data/manuals.json: the whole model for other programs.
import type { APIRoute } from 'astro';
import { procedureSource } from '../../chart/draw-procedure.ts';
import { href } from '../../components/href.ts';
import { handedOver } from '../../source/handed-over.ts';
import { publish } from '../../source/publish.ts';
import { publishedText } from '../../source/published-text.ts';
import { site } from '../_site.ts';

export const GET: APIRoute = async () => {
  const sources = await site();
  const published = publish(sources, href, (procedure) =>
    procedureSource(procedure, sources.library.manual(procedure.manual).office),
  );
  const { last } = handedOver();
  const text = publishedText(
    published,
    last && { bytes: last.read('data/manuals.json'), unchanged: last.unchanged },
  );
  return new Response(text, {
    headers: { 'content-type': 'application/json' },
  });
};
