// Stage: paper. The published data → the PDF files to make, each with its page and what of the page stands on it.
import type { Published } from '../model/published.ts';

/** `procedure`: without the lines of a run; `checklist`: those, the steps and the signatures; `manual`: a whole manual as a book. */
export type SheetKind = 'procedure' | 'checklist' | 'handout' | 'person' | 'manual';

export interface Sheet {
  readonly kind: SheetKind;
  /** Below the folder of PDFs. */
  readonly file: string;
  /** The page, as a site links to it, base path and all. */
  readonly url: string;
}

type Data = Pick<Published, 'manuals' | 'procedures' | 'people'>;

export function sheets({ manuals, procedures, people }: Data): Sheet[] {
  return [
    ...manuals.map(({ id, url }): Sheet => ({ kind: 'manual', file: `manuals/${id}.pdf`, url })),
    ...procedures.flatMap(({ id, manual, url, audience }): Sheet[] => {
      const of = `manuals/${manual}/${id}`;
      return [
        { kind: 'procedure', file: `${of}.pdf`, url },
        { kind: 'checklist', file: `${of}-checklist.pdf`, url },
        ...(audience === 'staff'
          ? []
          : [{ kind: 'handout', file: `${of}-handout.pdf`, url: `${url}handout/` } as const]),
      ];
    }),
    ...people.map(({ id, url }): Sheet => ({ kind: 'person', file: `people/${id}.pdf`, url })),
  ];
}
