// Stage: authoring. portal.yaml → the offices that a portal joins, or what is wrong with the file.
import { z } from 'zod';
import { Id } from '../model/id.ts';
import { parseContentFile } from './content-file.ts';
import { problem, type Problem } from './problem.ts';
import { checkShape } from './schema-problems.ts';

const PortalFile = z.strictObject({
  title: z.string().min(1).describe('ชื่อของเว็บรวม'),
  offices: z
    .array(
      z.strictObject({
        id: Id.describe('ชื่อโฟลเดอร์ของหน่วยงานในเว็บรวม'),
        from: z
          .string()
          .min(1)
          .describe('โฟลเดอร์ที่มี content และ seeds (นับจากแฟ้มนี้) หรือที่อยู่เว็บของหน่วยงาน (https://…/)'),
      }),
    )
    .min(1)
    .describe('หน่วยงานในเว็บรวม'),
});

export interface PortalOffice {
  readonly id: string;
  /** A folder with `content` and `seeds`, or the address of a site; that ends in a slash. */
  readonly from: { readonly folder: string } | { readonly site: string };
}

export interface Portal {
  readonly title: string;
  readonly offices: readonly PortalOffice[];
}

/** Folders that the portal has itself. */
const OWN_FOLDERS = ['icons', 'fonts', 'examples'];

/**
 * @param folder the folder of the name that the file gives → its path, undefined where there is none
 */
export function readPortal(
  file: string,
  text: string,
  folder: (name: string) => string | undefined,
): { portal: Portal | undefined; problems: Problem[] } {
  const content = parseContentFile(file, text);
  const { data, problems } = checkShape(content, PortalFile);
  if (!data) return { portal: undefined, problems };
  const at = (i: number, field: string): { file: string; line: number; field: string } => ({
    file,
    line: content.position(['offices', i, field]).line,
    field: `offices.${String(i)}.${field}`,
  });
  const found: Problem[] = [];
  const lines = new Map<string, number>();
  const offices = data.offices.flatMap(({ id, from }, i): PortalOffice[] => {
    const other = lines.get(id);
    const { line } = at(i, 'id');
    if (other !== undefined)
      found.push(problem('duplicate-id', at(i, 'id'), { id, other: `${file}:${String(other)}` }));
    if (OWN_FOLDERS.includes(id)) {
      const expected = `รหัสอื่น เพราะเว็บรวมใช้ ${OWN_FOLDERS.join(', ')} เอง`;
      found.push(problem('bad-id', at(i, 'id'), { value: id, expected }));
    }
    lines.set(id, line);
    if (/^https?:/.test(from)) {
      if (URL.canParse(from)) return [{ id, from: { site: from.replace(/\/*$/, '/') } }];
      const expected = 'ที่อยู่เว็บเต็ม เช่น https://example.go.th/khumue/';
      found.push(problem('wrong-value', at(i, 'from'), { value: from, expected }));
      return [];
    }
    const path = folder(from);
    if (path !== undefined) return [{ id, from: { folder: path } }];
    const to = 'โฟลเดอร์ที่มี content และ seeds';
    found.push(problem('unknown-reference', at(i, 'from'), { ref: from, to, nearest: undefined }));
    return [];
  });
  return { portal: { title: data.title, offices }, problems: found };
}
