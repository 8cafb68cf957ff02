// Stage: components. A manual's part → the name under which contents lists and "on this page" know it.
import type { Part, Procedure } from '../model/library.ts';
import { partAnchor } from '../model/paths.ts';

/** Undefined for a part without a heading of its own (a title page has a name all the same). */
export function partTitle(part: Part): string {
  switch (part.type) {
    case 'procedure':
      return part.procedure.title;
    case 'order':
      return `คำสั่งที่ ${part.order.number}`;
    case 'chapter':
      return [part.chapter.label ?? part.chapter.number, part.chapter.title]
        .filter(Boolean)
        .join(' ');
    case 'section':
      return part.section.data.kind === 'cover' ? 'หน้าปก' : (part.section.data.title ?? 'ข้อความ');
  }
}

/** A run of procedures, or one other part. */
export type PartGroup =
  | { readonly type: 'procedures'; readonly procedures: readonly Procedure[] }
  | { readonly type: 'part'; readonly part: Part };

/** Parts with neighbouring procedures gathered, so that they stand in one list. */
export function groupParts(parts: readonly Part[]): PartGroup[] {
  const groups: PartGroup[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.type !== 'procedure') groups.push({ type: 'part', part });
    else if (last?.type === 'procedures')
      groups[groups.length - 1] = {
        type: 'procedures',
        procedures: [...last.procedures, part.procedure],
      };
    else groups.push({ type: 'procedures', procedures: [part.procedure] });
  }
  return groups;
}

/** Whether nothing but a title page stands beside a manual's procedures. */
export function hasOnlyProcedures(parts: readonly Part[]): boolean {
  return parts.every(
    (part) =>
      part.type === 'procedure' || (part.type === 'section' && part.section.data.kind === 'cover'),
  );
}

export interface TocEntry {
  readonly id: string;
  readonly label: string;
  readonly parts?: readonly TocEntry[];
}

/** A manual's parts for "on this page": two levels, procedures left to their own list. */
export function tocOf(parts: readonly Part[], levels = 2): TocEntry[] {
  return parts.flatMap((part) => {
    if (part.type === 'procedure') return [];
    const inner = part.type === 'chapter' && levels > 1 ? tocOf(part.parts, levels - 1) : [];
    return [
      {
        id: partAnchor(part.id),
        label: partTitle(part),
        ...(inner.length > 0 && { parts: inner }),
      },
    ];
  });
}
