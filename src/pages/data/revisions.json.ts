// Page: /data/revisions.json: each procedure's revision, by which a run knows that its manual changed.
import type { APIRoute } from 'astro';
import { revisionOf } from '../../checklist/revision.ts';
import { site } from '../_site.ts';

export const GET: APIRoute = async () => {
  const { library } = await site();
  return Response.json(
    Object.fromEntries(library.procedures.map(({ ref, steps }) => [ref, revisionOf(steps)])),
  );
};
