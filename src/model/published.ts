// Stage: model. The shape of /data/manuals.json, as other programs read it. A change here is a note in the changelog.
import { z } from 'zod';
import { Basis } from './basis.ts';

const Source = z.strictObject({
  file: z.string().describe('Name of the seed file'),
  line: z.int().min(1).describe('Line of the seed, from 1'),
  column: z.int().min(1).describe('Column of the line in UTF-16 units, from 1'),
});
const Formerly = z.array(z.string()).describe('Ids it once had: their addresses lead to its own');
const Link = z.strictObject({ id: z.string(), basis: Basis });
const Printed = z.strictObject({
  text: z.string().describe('As the sources print it'),
  source: z.array(Source.omit({ column: true })).describe('Every line that prints it'),
});
const PublishedItem = z.strictObject({
  id: z.string(),
  mark: z.string().nullable(),
  text: z.string(),
  source: Source.nullable(),
});
const step = {
  id: z.string().describe('Permanent: saved checklist runs hang on it'),
  mark: z.string().describe('The number as it reads in the source'),
  text: z.string(),
  actor: z.string().nullable().describe('Who does it, only where the source says so'),
  to: z.array(z.string()).describe('Whom it goes to, only where the source says so'),
  kind: z.string().nullable(),
  produces: z.array(z.string()),
  duration: z.string().nullable(),
  next: z.array(
    z.strictObject({ to: z.string(), when: z.string().nullable(), inferred: z.boolean() }),
  ),
  source: Source.nullable(),
};
const PublishedSubstep = z.strictObject(step);
const PublishedStep = z.strictObject({ ...step, substeps: z.array(PublishedSubstep) });

const PublishedProcedure = z.strictObject({
  id: z.string(),
  manual: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  url: z.string(),
  audience: z.enum(['staff', 'public', 'both']),
  formerly: Formerly.describe(
    'Ids it once had, <manual>/<procedure>: their addresses lead to its own',
  ),
  aliases: z.array(z.strictObject({ text: z.string(), basis: Basis })),
  task: Link.nullable(),
  description: z.array(z.string()),
  scope: z.array(PublishedItem),
  steps: z.array(PublishedStep),
  mermaid: z.string().describe('Its flow chart as Mermaid source, as the .mmd file has it'),
  form: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .describe('none: the source says there is none; not-stated: it is silent'),
});
export type PublishedProcedure = z.infer<typeof PublishedProcedure>;

const PublishedSection = z.strictObject({
  id: z.string(),
  manual: z.string(),
  kind: z.string(),
  title: z.string().nullable(),
  texts: z
    .array(z.strictObject({ path: z.string(), text: z.string(), source: Source.nullable() }))
    .describe('Every text of the section in the order of the source'),
});

const PlacedText = z.strictObject({
  part: z.string(),
  path: z.string(),
  text: z.string(),
  source: Source.nullable(),
});

export const Published = z.strictObject({
  version: z.literal(1),
  manuals: z.array(
    z.strictObject({
      id: z.string(),
      title: z.strictObject({ text: z.string(), basis: Basis }),
      kind: z.enum(['book', 'page']),
      url: z.string(),
      seed: z.string(),
      office: Link,
      unit: Link.nullable(),
      authors: z.array(Link),
      upkeep: z
        .strictObject({
          owner: z.string().nullable(),
          reviewed: z.string().nullable().describe('ISO date'),
          everyMonths: z.int().nullable(),
        })
        .describe('What the keeper of the manual notes; null where nothing is noted'),
      parts: z.array(z.string()),
      formerly: Formerly,
    }),
  ),
  sections: z.array(PublishedSection),
  procedures: z.array(PublishedProcedure),
  people: z.array(
    z.strictObject({
      id: z.string(),
      url: z.string(),
      prefix: z.string(),
      name: z.string().describe('The preferred spelling'),
      spellings: z.array(Printed).describe('The preferred one first'),
      posts: z.array(
        z.strictObject({
          title: z.string(),
          office: Link,
          unit: Link.nullable(),
          printed: z.array(Printed),
        }),
      ),
      note: z.string().nullable(),
      formerly: Formerly,
    }),
  ),
  orders: z.array(
    z.strictObject({
      id: z.string(),
      manual: z.string(),
      number: z.string(),
      url: z.string(),
      formerly: Formerly,
      date: z.string().describe('ISO date'),
      subject: z.string(),
      office: Link,
      unit: Link.nullable(),
      signatory: z.string().nullable(),
      legalBasis: z.array(z.string()),
      replaces: z.array(
        z.strictObject({
          number: z.string(),
          date: z.string(),
          subject: z.string(),
          order: z.string().nullable().describe('Its id where the order itself is here'),
        }),
      ),
      endedBy: z
        .array(z.string())
        .describe('Orders here that say they end this one; empty is not proof that it stands'),
      assignments: z.array(
        z.strictObject({
          person: z.string(),
          name: z.string().describe('As the order prints it'),
          post: z.string().describe('As the order prints it'),
          duties: z.array(
            z.strictObject({
              id: z.string(),
              url: z.string(),
              mark: z.string(),
              text: z.string(),
              procedures: z.array(Link),
              tasks: z.array(Link),
              substitutes: z
                .strictObject({
                  actor: z.string().nullable(),
                  person: z.string().nullable(),
                  rank: z.int().nullable(),
                  when: z.string().nullable(),
                })
                .nullable(),
              source: Source.nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      id: z.string(),
      url: z.string(),
      manual: z.string(),
      number: z.string(),
      text: z.string(),
      group: z.string().nullable(),
      aliases: z.array(z.strictObject({ text: z.string(), basis: Basis })),
      procedures: z.array(Link),
      duties: z.array(Link).describe('Of orders that no order here ends'),
      coverage: z
        .enum(['both', 'steps', 'people', 'none'])
        .nullable()
        .describe('Whether it has steps and somebody responsible; null for a group of tasks'),
    }),
  ),
  sameWork: z
    .array(
      z.strictObject({
        manuals: z.tuple([z.string(), z.string()]),
        url: z.string(),
        pairs: z.array(
          z.strictObject({
            kind: z.enum(['statement', 'item', 'task', 'procedure', 'step']),
            similarity: z.number().describe('1 where only white space differs'),
            texts: z.tuple([PlacedText, PlacedText]),
          }),
        ),
        links: z.array(z.strictObject({ task: z.string(), procedure: z.string(), basis: Basis })),
      }),
    )
    .describe('Found by comparing the texts; the sources do not name each other'),
  sameEndings: z
    .array(
      z.strictObject({
        text: z.string(),
        steps: z.array(z.strictObject({ procedure: z.string(), step: z.string() })),
      }),
    )
    .describe('Procedures whose last steps say the same'),
  offices: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      short: z.string(),
      kind: z.string(),
      basis: Basis,
      url: z.string(),
      formerly: Formerly,
      units: z.array(z.strictObject({ id: z.string(), name: z.string(), basis: Basis })),
      actors: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          public: z.boolean().describe('One of the public, as an editor sees it'),
        }),
      ),
    }),
  ),
  corrections: z.array(
    z.strictObject({
      seed: z.string(),
      line: z.int(),
      printed: z.string(),
      read: z.string(),
      kind: z.string(),
      reason: z.string(),
      certainty: z.string(),
    }),
  ),
});
export type Published = z.infer<typeof Published>;
