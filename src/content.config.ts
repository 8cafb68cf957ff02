// Stage: content. Joins loaders to schemas, nothing else.
import { defineCollection } from 'astro:content';
import { contentLoader } from './authoring/loader.ts';
import { ManualData } from './model/manual.ts';
import { OfficeData } from './model/office.ts';
import { OrderData } from './model/order.ts';
import { PersonData } from './model/person.ts';
import { ProcedureData } from './model/procedure.ts';
import { SectionData } from './model/section.ts';

export const collections = {
  manuals: defineCollection({ loader: contentLoader('manual'), schema: ManualData }),
  sections: defineCollection({ loader: contentLoader('section'), schema: SectionData }),
  procedures: defineCollection({ loader: contentLoader('procedure'), schema: ProcedureData }),
  orders: defineCollection({ loader: contentLoader('order'), schema: OrderData }),
  offices: defineCollection({ loader: contentLoader('office'), schema: OfficeData }),
  people: defineCollection({ loader: contentLoader('person'), schema: PersonData }),
};
