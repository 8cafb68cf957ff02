// Page: /data/manuals.schema.json: the JSON Schema of /data/manuals.json.
import type { APIRoute } from 'astro';
import { z } from 'zod';
import { Published } from '../../model/published.ts';

export const GET: APIRoute = () =>
  Response.json({ title: 'Khumue manuals', ...z.toJSONSchema(Published) });
