// Page: the picture that chat apps show with a link to a procedure.
import type { APIRoute } from 'astro';
import { makesPictures, sharePicture } from '../../../sharing/picture.ts';
import { procedureChartFile } from '../../_charts.ts';
import { procedureAddresses, site } from '../../_site.ts';

export async function getStaticPaths(): ReturnType<typeof procedureAddresses> {
  const addresses = await procedureAddresses();
  return (await makesPictures(addresses.length, process.env)) ? addresses : [];
}

export const GET: APIRoute = async ({ params }) => {
  const { library } = await site();
  const procedure = library.procedure(`${params['manual'] ?? ''}/${params['procedure'] ?? ''}`);
  const svg = await procedureChartFile(procedure, library.manual(procedure.manual));
  return new Response(await sharePicture(svg), { headers: { 'content-type': 'image/png' } });
};
