// Page: /data/manuals.json: the whole model for other programs.
import type { APIRoute } from 'astro';
import { procedureSource } from '../../chart/draw-procedure.ts';
import { href } from '../../components/href.ts';
import { Published } from '../../model/published.ts';
import { publish } from '../../source/publish.ts';
import { site } from '../_site.ts';

export const GET: APIRoute = async () => {
  const { library, provenance, corrections, readings } = await site();
  // Without a name for what is not checked yet: of a large site it fills as much memory as what is published.
  return Response.json(
    Published.parse(
      publish(library, provenance, corrections, readings, href, (procedure) =>
        procedureSource(procedure, library.manual(procedure.manual).office),
      ),
    ),
  );
};
