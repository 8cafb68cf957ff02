// Stage: content. Joins loaders to schemas, nothing else.
import { defineCollection } from 'astro:content';
import { COLLECTIONS } from './authoring/collections.ts';
import { contentLoader } from './authoring/loader.ts';

const { manuals, sections, procedures, orders, offices, people } = COLLECTIONS;

export const collections = {
  manuals: defineCollection({ loader: contentLoader(manuals.type), schema: manuals.schema }),
  sections: defineCollection({ loader: contentLoader(sections.type), schema: sections.schema }),
  procedures: defineCollection({
    loader: contentLoader(procedures.type),
    schema: procedures.schema,
  }),
  orders: defineCollection({ loader: contentLoader(orders.type), schema: orders.schema }),
  offices: defineCollection({ loader: contentLoader(offices.type), schema: offices.schema }),
  people: defineCollection({ loader: contentLoader(people.type), schema: people.schema }),
};
