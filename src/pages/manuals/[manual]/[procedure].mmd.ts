// Page: one procedure's flow chart as Mermaid source.
import type { APIRoute, GetStaticPaths } from 'astro';
import { procedureAddresses, site } from '../../_site.ts';
import { procedureChart } from '../../_charts.ts';

export const getStaticPaths = procedureAddresses satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { library } = await site();
  const procedure = library.procedure(`${params['manual'] ?? ''}/${params['procedure'] ?? ''}`);
  const { source } = await procedureChart(procedure, library.manual(procedure.manual));
  return new Response(source, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
