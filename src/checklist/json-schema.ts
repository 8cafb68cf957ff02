// Stage: checklist, build only. The shapes that the browser checks → the JSON Schema of /data/run.schema.json.
import { runShape } from './run-shape.ts';
import type { Shape } from './shape.ts';
import { fileShape } from './transfer.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema of an exported file, with that of a run under `$defs`. */
export function runFileSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Khumue checklist runs',
    description:
      'Runs as the site exports them. `at` says when each field last changed: two copies of a run are merged field by field, the later change winning.',
    ...schemaOf(fileShape),
  };
}

/** Also for the tests: a run as it is stored. */
export function runSchema(): JsonSchema {
  return schemaOf(runShape);
}

function schemaOf(shape: Shape): JsonSchema {
  if (shape instanceof RegExp) {
    // A text of any kind up to a length reads better as that.
    const most = /^\^\[\^\]\{0,(\d+)\}\$$/.exec(shape.source)?.[1];
    return { type: 'string', ...(most ? { maxLength: Number(most) } : { pattern: shape.source }) };
  }
  if (typeof shape !== 'object') return { const: shape };
  if (Array.isArray(shape)) {
    const [first, second] = shape as [Shape, Shape?];
    return second === undefined
      ? { type: 'array', items: schemaOf(first) }
      : {
          type: 'object',
          propertyNames: { pattern: (first as RegExp).source },
          additionalProperties: schemaOf(second),
        };
  }
  const keys = Object.entries(shape);
  return {
    type: 'object',
    required: keys.flatMap(([key]) => (key.endsWith('?') ? [] : [key])),
    properties: Object.fromEntries(
      keys.map(([key, part]) => [key.replace(/\?$/, ''), schemaOf(part)]),
    ),
    additionalProperties: false,
  };
}
