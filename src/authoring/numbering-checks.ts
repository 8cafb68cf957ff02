// Stage: authoring. An entry's data → the lists whose first mark cannot be counted up to their last item (ฮ. has none after it).
import { markAt } from '../model/mark.ts';
import type { ContentFile, FieldPath } from './content-file.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

/** The fields that hold a list's items, beside or above its `numbering`. */
const ITEMS = new Set(['items', 'steps', 'substeps', 'groups', 'tasks', 'strategies', 'duties']);

/** One problem for each such list. Without this check the marks would fail where they are made, and all checks with them. */
export function checkNumbering(file: ContentFile, data: unknown): Problem[] {
  return shortNumberings(data, []).map(({ path, numbering, count }) =>
    problem(
      'wrong-value',
      { file: file.path, line: file.position(path).line, field: path.join('.') },
      {
        value: `“${numbering}”`,
        expected: `เลขข้อแรกที่นับต่อไปได้ถึงข้อที่ ${String(count)} เช่น ๑. หรือ ก.`,
      },
    ),
  );
}

function shortNumberings(
  value: unknown,
  path: FieldPath,
): { path: FieldPath; numbering: string; count: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string, unknown][] = Object.entries(value);
  const numbering = 'numbering' in value ? value.numbering : undefined;
  const own = entries.flatMap(([key, items]) =>
    typeof numbering === 'string' &&
    ITEMS.has(key) &&
    Array.isArray(items) &&
    !counts(numbering, items.length)
      ? [{ path: [...path, 'numbering'], numbering, count: items.length }]
      : [],
  );
  return [
    ...own,
    ...entries.flatMap(([key, inner]) =>
      shortNumberings(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function counts(numbering: string, items: number): boolean {
  try {
    return Array.from({ length: items }, (_, i) => markAt(numbering, i)).length === items;
  } catch {
    return false;
  }
}
