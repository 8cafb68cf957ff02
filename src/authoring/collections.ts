// Stage: authoring. Nothing → the collections' names, the type of file in each, and its schema.
import { ManualData } from '../model/manual.ts';
import { OfficeData } from '../model/office.ts';
import { OrderData } from '../model/order.ts';
import { PersonData } from '../model/person.ts';
import { ProcedureData } from '../model/procedure.ts';
import { SectionData } from '../model/section.ts';

export const COLLECTIONS = {
  manuals: { type: 'manual', schema: ManualData },
  sections: { type: 'section', schema: SectionData },
  procedures: { type: 'procedure', schema: ProcedureData },
  orders: { type: 'order', schema: OrderData },
  offices: { type: 'office', schema: OfficeData },
  people: { type: 'person', schema: PersonData },
} as const;
