// Page: one procedure's flow chart as an SVG file: its own colours, its letters as outlines.
import type { APIRoute, GetStaticPaths } from 'astro';
import { procedureAddresses, site } from '../../_site.ts';
import { procedureChartFile } from '../../_charts.ts';

export const getStaticPaths = procedureAddresses satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { library } = await site();
  const procedure = library.procedure(`${params['manual'] ?? ''}/${params['procedure'] ?? ''}`);
  const file = await procedureChartFile(procedure, library.manual(procedure.manual));
  return new Response(file, { headers: { 'content-type': 'image/svg+xml' } });
};
