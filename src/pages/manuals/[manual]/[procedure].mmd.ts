// Page: one procedure's flow chart as Mermaid source.
import type { APIRoute, GetStaticPaths } from 'astro';
import { procedureSource } from '../../../chart/draw-procedure.ts';
import { procedureAddresses, site } from '../../_site.ts';

export const getStaticPaths = procedureAddresses satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { library } = await site();
  const procedure = library.procedure(`${params['manual'] ?? ''}/${params['procedure'] ?? ''}`);
  const source = procedureSource(procedure, library.manual(procedure.manual).office);
  return new Response(source, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
