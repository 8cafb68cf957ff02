// Stage: form. A content file's text → the first problem of its shape, as `npm run check` says it. Runs in the browser.
import { parseContentFile } from '../authoring/content-file.ts';
import { contentPlace } from '../authoring/content-place.ts';
import { schemaOf } from '../authoring/editor-schemas.ts';
import { checkNumbering } from '../authoring/numbering-checks.ts';
import { formatProblem } from '../authoring/problem.ts';
import { checkShape } from '../authoring/schema-problems.ts';

/** What one field cannot tell: two that exclude each other, marks that cannot be counted on. @param path below the content folder */
export function shapeProblem(path: string, text: string): string | undefined {
  const place = contentPlace(path);
  if (!place) return undefined;
  const file = parseContentFile(path, text);
  const { data, problems } = checkShape(file, schemaOf(place.type));
  const [first] = data === undefined ? problems : checkNumbering(file, data);
  return first && formatProblem(first);
}
