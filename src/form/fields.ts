// Stage: form. A content type's JSON Schema → the fields of its form, in the editor's terms, with Thai labels from the schema's descriptions.
import { NEW_ID } from './given-ids.ts';
import { referenceField } from './references.ts';

/** As much of JSON Schema as the content's schemas use. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** A field of Sveltia CMS (its `Field` type); plain data, for the configuration is a file. */
export type Field = Readonly<Record<string, unknown>> & {
  readonly name: string;
  readonly widget: string;
};

/** What a list's closed entry shows of it: the first of these fields that it has. */
const TELLING = ['text', 'name', 'title', 'ref', 'number', 'heading', 'to', 'person'];

/**
 * @param keptIds whether people choose the ids of entries (an office's units and actors), or they are given at random and never shown to be changed
 * @throws {Error} on a shape that no field can show: a schema that grew has to be thought of here
 */
export function fieldsOf(schema: Schema, keptIds = false, within = ''): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, schema.required?.includes(name) ?? false, keptIds, within),
  );
}

/** @param within the name of the field that this one stands in */
function fieldOf(
  name: string,
  schema: Schema,
  required: boolean,
  keptIds: boolean,
  within: string,
): Field {
  const label = labelOf(schema.description ?? name);
  const hint = hintOf(schema, label);
  const said = { name, label, required, ...(hint ? { hint } : {}) };
  if (name === 'id' && !keptIds)
    return { name, widget: 'hidden', default: `${NEW_ID}{{uuid_shorter}}` };
  if (schema.const === true) return { ...said, widget: 'boolean', required: false };
  if (schema.const !== undefined) return { name, widget: 'hidden', default: schema.const };
  const reference = referenceField(within, name, schema.type === 'array');
  if (reference) return { ...said, ...reference };
  if (schema.enum) return { ...said, widget: 'select', options: options(schema) };
  const texts = schema.anyOf?.find(({ type }) => type === 'array');
  if (texts) return listOf(said, texts, keptIds);
  switch (schema.type) {
    case 'string':
      return { ...said, ...textOf(schema) };
    case 'integer':
      return {
        ...said,
        widget: 'number',
        value_type: 'int',
        ...(schema.minimum === undefined ? {} : { min: schema.minimum }),
        // zod gives the widest integer where the schema has no bound.
        ...((schema.maximum ?? Infinity) < Number.MAX_SAFE_INTEGER ? { max: schema.maximum } : {}),
      };
    case 'object':
      return {
        ...said,
        widget: 'object',
        fields: fieldsOf(schema, keptIds, name),
        // A reference says enough by its title.
        collapsed: schema.properties?.['ref'] ? 'auto' : false,
      };
    case 'array':
      return listOf(said, schema, keptIds);
    default:
      throw new Error(`form: no field can show ${name}: ${JSON.stringify(schema)}`);
  }
}

function textOf(schema: Schema): { widget: string } & Record<string, unknown> {
  if (schema.format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (schema.pattern)
    return { widget: 'string', pattern: [schema.pattern, 'รูปแบบไม่ตรงตามคำอธิบายของช่องนี้'] };
  return { widget: 'text' };
}

function listOf(frame: Omit<Field, 'widget'>, schema: Schema, keptIds: boolean): Field {
  const { items = {}, minItems } = schema;
  const list = {
    ...frame,
    name: frame.name as string,
    widget: 'list',
    label_singular: frame.label,
    ...(minItems && frame.required ? { min: minItems } : {}),
  };
  if (items.type !== 'object')
    return {
      ...list,
      field: { ...fieldOf('item', items, true, keptIds, list.name), label: frame.label },
    };
  const fields = fieldsOf(items, keptIds, list.name);
  const telling = TELLING.find((name) => items.properties?.[name]);
  return {
    ...list,
    collapsed: true,
    ...(telling ? { summary: `{{fields.${telling}}}` } : {}),
    fields,
  };
}

/** `book: ทั้งเล่ม, page: หน้าเดียว` in a description names the values that it explains. */
const MEANING = /([a-z][a-z-]*): ([^,:]+?)(?=,|$| ไม่ใส่คือ)/g;

function options(schema: Schema): { label: string; value: string }[] {
  const meanings = new Map(
    [...(schema.description ?? '').matchAll(MEANING)].map(([, value = '', meaning = '']) => [
      value,
      meaning,
    ]),
  );
  return (schema.enum ?? []).map((value) => ({ label: meanings.get(value) ?? value, value }));
}

/** What a description says beyond the label; what its values mean stands beside the values. */
function hintOf(schema: Schema, label: string): string {
  const { description = '' } = schema;
  const rest = schema.enum ? '' : description.slice(description.indexOf(label) + label.length);
  return rest.replace(/^[:\s]+/, '');
}

/** A description begins with what the field is; what follows after a space is for the hint. */
export function labelOf(description: string): string {
  return (/^[^\s:(]+(?: ๆ)?/.exec(description)?.[0] ?? description).trim();
}
