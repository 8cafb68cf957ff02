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

/** File names and contents. Draft 7 is what every editor reads. */
export function editorSchemas(): { name: string; text: string }[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    name: `${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }), null, 2)}\n`,
  }));
}
