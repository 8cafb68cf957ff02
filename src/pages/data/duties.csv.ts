// Page: /data/duties.csv: every duty of every order, for a spreadsheet.
import type { APIRoute } from 'astro';
import { dutiesCsv } from '../../source/duties-csv.ts';
import { site } from '../_site.ts';

export const GET: APIRoute = async () => {
  const { library, provenance } = await site();
  return new Response(dutiesCsv(library, provenance), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
};
