// Stage: authoring. The schemas of content and notes → JSON Schema files, by which an editor completes and checks what is typed.
import { z } from 'zod';
import { ManualData } from '../model/manual.ts';
import { OfficeData } from '../model/office.ts';
import { OrderData } from '../model/order.ts';
import { PersonData } from '../model/person.ts';
import { ProcedureData } from '../model/procedure.ts';
import { SectionData } from '../model/section.ts';
import { Corrections, Omissions } from '../source/seed-notes.ts';

const schemas = {
  manual: ManualData,
  section: SectionData,
  procedure: ProcedureData,
  order: OrderData,
  office: OfficeData,
  person: PersonData,
  corrections: Corrections,
  omissions: Omissions,
};

export type SchemaName = keyof typeof schemas;

export function schemaOf(name: SchemaName): z.ZodType {
  return schemas[name];
}

/** A schema as JSON Schema, of what an author writes: defaults need not be there. Draft 7 is what every editor reads. */
export function jsonSchema(name: SchemaName): unknown {
  return z.toJSONSchema(schemas[name], { target: 'draft-7', io: 'input' });
}

/** File names and contents. */
export function editorSchemas(): { name: string; text: string }[] {
  return (Object.keys(schemas) as SchemaName[]).map((name) => ({
    name: `${name}.schema.json`,
    text: `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  }));
}
