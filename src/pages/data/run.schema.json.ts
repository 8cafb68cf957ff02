// Page: /data/run.schema.json: the JSON Schema of the file that a reader's runs are exported to.
import type { APIRoute } from 'astro';
import { runFileSchema } from '../../checklist/json-schema.ts';

export const GET: APIRoute = () => Response.json(runFileSchema());
