// Stage: authoring. Parsed content → the lists in a list that do not say how they are numbered.
import type { FieldPath } from './content-file.ts';
import type { Entry, ParsedContent } from './parse-content.ts';

/** The item that holds such a list. */
export interface UnnumberedList {
  readonly entry: Entry<unknown>;
  readonly path: FieldPath;
}

export function unnumberedLists(content: ParsedContent): UnnumberedList[] {
  const within = (
    entry: Entry<unknown>,
    field: string,
    items: readonly { readonly below: unknown; readonly numbering: string | undefined }[],
  ): UnnumberedList[] =>
    items.flatMap(({ below, numbering }, i) =>
      below !== undefined && numbering === undefined ? [{ entry, path: [field, i] }] : [],
    );
  return [
    ...content.sections.flatMap((entry) => {
      const { data } = entry;
      if (data.kind === 'tasks')
        return within(
          entry,
          'groups',
          data.groups.map(({ tasks, numbering }) => ({ below: tasks, numbering })),
        );
      if (data.kind === 'list')
        return within(
          entry,
          'items',
          data.items.map(({ items, numbering }) => ({ below: items, numbering })),
        );
      return [];
    }),
    ...content.procedures.flatMap((entry) =>
      within(
        entry,
        'steps',
        entry.data.steps.map(({ substeps, numbering }) => ({ below: substeps, numbering })),
      ),
    ),
  ];
}
