// Stage: form. The content's schemas → the editor's whole configuration. Nothing of a schema is written here a second time.
import { jsonSchema, type SchemaName } from '../authoring/editor-schemas.ts';
import { fieldsOf, labelOf, type Field, type Schema } from './fields.ts';
import { BODY } from './form-data.ts';
import { CONTENT, FORMATS } from './places.ts';

export interface Collection {
  readonly name: string;
  readonly label: string;
  readonly folder: string;
  readonly path: string;
  readonly fields: readonly Field[];
  readonly [option: string]: unknown;
}

const parts = { sections: 'section', procedures: 'procedure', orders: 'order' } as const;

/** All types of content, in the order in which a keeper needs them. */
export function collections(): Collection[] {
  const inManual = (
    name: string,
    label: string,
    path: string,
    schema: Schema,
    more: Record<string, unknown> = {},
  ): Collection => ({
    ...collection(name, label, 'manuals', 'mdx', schema),
    path,
    ...more,
  });
  return [
    inManual('procedures', 'งานที่มีขั้นตอน', path('procedures'), schemaOf(parts.procedures)),
    inManual('manuals', 'คู่มือ', '{{slug}}/manual', schemaOf('manual'), {
      summary: '{{title.text}}',
    }),
    inManual('orders', 'คำสั่ง', path('orders'), schemaOf(parts.orders), {
      summary: '{{numberLine}} {{subjectLine}}',
    }),
    ...sectionKinds().map(({ kind, schema, label }) =>
      inManual(`sections-${kind}`, label, path('sections'), schema, {
        filter: { field: 'kind', value: kind },
        ...(kind === 'prose' ? { fields: [...fieldsOf(schema), BODY_FIELD] } : {}),
      }),
    ),
    collection('people', 'บุคคล', 'people', 'yaml', schemaOf('person'), false, '{{prefix}}{{name}}'),
    collection('offices', 'หน่วยงาน', 'offices', 'yaml', schemaOf('office'), true, '{{name}}'),
  ];
}

const BODY_FIELD: Field = {
  name: BODY,
  label: 'เนื้อหา',
  hint: 'ย่อหน้า เว้นบรรทัดว่างระหว่างย่อหน้า',
  widget: 'text',
  required: false,
};

function path(folder: keyof typeof parts): string {
  return `{{slug}}/${folder}/{{slug}}`;
}

function collection(
  name: string,
  label: string,
  folder: string,
  extension: keyof typeof FORMATS,
  schema: Schema,
  keptIds = false,
  summary = '{{title}} ({{slug}})',
): Collection {
  return {
    name,
    label,
    label_singular: label,
    folder: `${CONTENT}/${folder}`,
    path: '{{slug}}',
    extension,
    format: FORMATS[extension],
    summary,
    // A new file needs its place among the parts and its words in the source: `npm run new`.
    create: false,
    delete: false,
    editor: { preview: false },
    fields: fieldsOf(schema, keptIds),
  };
}

function schemaOf(name: SchemaName): Schema {
  return jsonSchema(name) as Schema;
}

/** Each kind of section is a form of its own. */
function sectionKinds(): { kind: string; label: string; schema: Schema }[] {
  const { oneOf, anyOf } = schemaOf('section');
  return (oneOf ?? anyOf ?? []).map((schema) => {
    const { const: kind, description = '' } = schema.properties?.['kind'] ?? {};
    if (typeof kind !== 'string') throw new Error('form: a section without a kind');
    return { kind, label: `ส่วน: ${labelOf(description.replace(/^.*?: /, ''))}`, schema };
  });
}

/** The file that the page's script gives to the editor. */
export function editorConfig(): Readonly<Record<string, unknown>> {
  return {
    load_config_file: false,
    // Its folder is the one that was chosen (browser/form.ts), and it asks for no account.
    backend: { name: 'test-repo' },
    // Asked for by the editor; the form has no pictures.
    media_folder: 'no-media',
    public_folder: '/',
    app_title: 'ฟอร์มแก้เนื้อหา',
    logo: { src: './favicon.svg', show_in_header: false },
    show_preview_links: false,
    output: { omit_empty_optional_fields: true },
    collections: collections(),
  };
}
