// Stage: authoring. A content file and its zod schema → typed data, or the problems that its author can mend.
import { z } from 'zod';
import type { ContentFile, FieldPath } from './content-file.ts';
import { LONGEST_FILE } from '../source/file-fault.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { IsoDate, LAST_YEAR } from '../model/iso-date.ts';
import { BUDDHIST_ERA, toArabicDigits } from '../model/numeral.ts';
import { isoDate } from '../model/thai-date.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's data. Never throws: whatever is wrong comes back as problems, all at once. */
export function checkShape<T>(
  file: ContentFile,
  schema: z.ZodType<T>,
): { data: T | undefined; problems: Problem[] } {
  if (file.errors.length > 0) {
    const problems = file.errors.map(({ line, message, code }) => {
      if (code === 'NO_FRONTMATTER')
        return problem('no-frontmatter', { file: file.path, line }, {});
      if (code === 'NOT_UTF8' || code === 'TOO_LARGE') return faultProblem(file.path, code, line);
      if (code === 'DUPLICATE_KEY')
        return problem('duplicate-key', { file: file.path, line }, { key: message });
      return problem(
        'yaml-syntax',
        { file: file.path, line },
        { message: yamlMessages[code] ?? `เครื่องหมายที่ใช้ตรงนี้อ่านไม่ได้ (${code})` },
      );
    });
    return { data: undefined, problems };
  }
  // A file of nothing but comments holds nothing yet.
  const result = schema.safeParse(file.data ?? (schema instanceof z.ZodArray ? [] : {}));
  if (result.success) return { data: result.data, problems: [] };
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const found = result.error.issues.flatMap((issue) => toProblems(file, issue, shape));
  // A misspelt key is one mistake: the field that it stands for is not missing as well.
  const meant = new Set(found.flatMap((one) => one.meant ?? []));
  return {
    data: undefined,
    problems: found.flatMap((one) =>
      one.missing !== undefined && meant.has(one.missing) ? [] : [one.problem],
    ),
  };
}

/** A file that cannot be read at all: its encoding is another one, or it is no manual by its size. */
export function faultProblem(file: string, code: 'NOT_UTF8' | 'TOO_LARGE', line: number): Problem {
  return code === 'NOT_UTF8'
    ? problem('not-utf8', { file, line }, {})
    : problem('too-large', { file, line }, { limit: LONGEST_FILE });
}

interface Found {
  readonly problem: Problem;
  /** The field that is missing, as a path. */
  readonly missing?: string;
  /** The field that a misspelt key stands for, as a path. */
  readonly meant?: string;
}

function toProblems(file: ContentFile, issue: Issue, shape: JsonSchema): Found[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  const value = valueAt(file.data, path);
  const at = { file: file.path, line: file.position(path).line, field: path.join('.') };
  if (issue.code === 'unrecognized_keys') {
    const present = Object.keys(value ?? {});
    const allowed = allowedKeys(shape, path, file.data).filter((key) => !present.includes(key));
    return issue.keys.map((key) => {
      const near = nearest(key, allowed);
      const place = {
        file: file.path,
        line: file.keyPosition(path, key).line,
        field: [...path, key].join('.'),
      };
      return {
        problem: problem('unknown-key', place, { key, nearest: near, allowed }),
        ...(near ? { meant: [...path, near].join('.') } : {}),
      };
    });
  }
  if (value === undefined)
    return [
      {
        problem: problem('missing-field', at, {
          field: String(path.at(-1) ?? ''),
          expected: expectedOf(issue, value, shape),
        }),
        missing: at.field,
      },
    ];
  if (
    issue.code === 'invalid_union' &&
    issue.discriminator === undefined &&
    typeof value === 'object'
  ) {
    const branch = nearestBranch(issue.errors);
    if (branch)
      return branch.flatMap((inner) =>
        toProblems(file, { ...inner, path: [...issue.path, ...inner.path] }, shape),
      );
  }
  const shown = show(value);
  const idShape = idShapes[issue.message];
  if (idShape) return [{ problem: problem('bad-id', at, { value: shown, expected: idShape }) }];
  return [
    {
      problem: problem('wrong-value', at, {
        value: shown,
        expected: expectedOf(issue, value, shape),
      }),
    },
  ];
}

/** Of the ways in which an object or a list may be written, the one with the least to mend; none if it looks like none of them. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const mends = (issues: readonly Issue[]): number =>
    issues.reduce(
      (sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1),
      0,
    );
  return branches
    .filter((issues) =>
      issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys'),
    )
    .toSorted((a, b) => mends(a) - mends(b))[0];
}

const idShapes: Record<string, string> = {
  id: 'a-z 0-9 และขีด ขึ้นต้นด้วยตัวอักษร เช่น saraban หรือ k7m2q',
  'step-id': 'รหัสอื่น เพราะ start และ end คือจุดเริ่มต้นและจุดสิ้นสุดของผัง เช่น k7m2q',
  'scoped-id': '<คู่มือหรือหน่วยงาน>/<รหัส> เช่น loei-1-education-promotion/home-education',
  'seed-id': 'ชื่อแฟ้มใน seeds/ ไม่รวม .txt เช่น 001_33c4b01b3b8b6139',
};

/** What the YAML parser's codes mean to someone who writes in a plain editor; for a rare one its code stands. */
const yamlMessages: Record<string, string> = {
  BAD_ALIAS: 'ค่าที่ขึ้นต้นด้วย * ต้องอยู่ในอัญประกาศ',
  BLOCK_IN_FLOW: 'ภายใน [ ] หรือ { } ขึ้นบรรทัดใหม่แบบรายการ - หรือช่องย่อยไม่ได้',
  MULTIPLE_DOCS: 'มีเส้น --- เกินมา',
  BAD_DQ_ESCAPE: 'มี \\ ในอัญประกาศคู่ ซึ่งอ่านไม่ได้',
  BAD_INDENT: 'บรรทัดเยื้องไม่ตรงกับข้ออื่น',
  BAD_INDENT_BELOW: 'บรรทัดถัดไปเยื้องเข้ามากกว่าบรรทัดนี้ หรือเยื้องไม่ตรงกับช่องอื่น',
  BAD_SCALAR_START: 'ค่าขึ้นต้นด้วยเครื่องหมายที่ต้องอยู่ในอัญประกาศ',
  BLOCK_AS_IMPLICIT_KEY: 'มีเครื่องหมาย : ในข้อความที่ไม่อยู่ในอัญประกาศ หรือเยื้องผิด',
  MISSING_BRACKET: 'รายการที่เปิดด้วย [ หรือ { ไม่มีเครื่องหมายปิด หรือเยื้องผิด',
  MISSING_CHAR: 'ขาดเครื่องหมายปิด เช่น ] หรือขาด , ระหว่างข้อ',
  MISSING_COLON: 'ขาดเครื่องหมาย : หลังชื่อช่อง',
  MISSING_DASH: 'บรรทัดเยื้องไม่ตรงกับช่องอื่นของข้อเดียวกัน หรือขาด - หน้าข้อ',
  MISSING_QUOTE: 'อัญประกาศที่เปิดไว้ไม่มีตัวปิด',
  MULTILINE_IMPLICIT_KEY: 'ขาดเครื่องหมาย : หรือช่องว่างหลัง : ต่อจากชื่อช่อง หรือเยื้องผิด',
  TAB_AS_INDENT: 'เยื้องด้วยแท็บ ต้องเยื้องด้วยช่องว่าง',
  UNEXPECTED_TOKEN: 'มีเครื่องหมายที่ไม่ควรอยู่ตรงนี้',
};

const typeNames: Record<string, string> = {
  string: 'ข้อความ',
  number: 'ตัวเลข',
  int: 'จำนวนเต็ม',
  array: 'รายการ (ขึ้นต้นแต่ละข้อด้วย -)',
  object: 'ช่องย่อย (เยื้องเข้าไปใต้ช่องนี้)',
  boolean: 'ค่า true หรือ false',
};

function expectedOf(issue: Issue, value: unknown, shape: JsonSchema): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
        return 'อัญประกาศรอบค่านี้ ให้เป็นข้อความ เช่น "1."';
      if (['number', 'int'].includes(issue.expected) && isNumeral(value))
        return `เลขอารบิกที่ไม่มีอัญประกาศ เป็น ${toArabicDigits(value)}`;
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `ค่าหนึ่งในนี้: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array'
        ? 'อย่างน้อยหนึ่งรายการ'
        : issue.origin === 'string'
          ? 'ข้อความที่ไม่ว่าง'
          : `ค่าไม่น้อยกว่า ${String(issue.minimum)}`;
    case 'invalid_format':
      if (issue.message === 'numbering') return 'เลขข้อแรกตามที่ต้นฉบับพิมพ์ เช่น ๑. หรือ 1)';
      return issue.format === 'date' ? dateFor(value) : 'ข้อความที่ถูกรูปแบบ';
    case 'invalid_union':
      if (issue.discriminator !== undefined) return `ค่าหนึ่งในนี้: ${kindsOf(shape).join(', ')}`;
      return issue.errors.flat().some(({ code }) => code === 'invalid_value')
        ? 'ข้อความ รายการข้อความ คำว่า none หรือคำว่า not-stated'
        : (typeNames['object'] ?? '');
    case 'custom':
      return issue.message === 'one-of-actor-person'
        ? 'ช่อง actor หรือ person เพียงช่องเดียว'
        : issue.message === 'buddhist-era'
          ? dateFor(value)
          : issue.message;
    default:
      return 'ค่าตามแบบ';
  }
}

/** Of a date in Thai words, or of the Buddhist Era, the same date as it has to be written. */
function dateFor(value: unknown): string {
  const text = typeof value === 'string' ? toArabicDigits(value) : '';
  const [, year, rest] = /^(\d{4})(-\d{2}-\d{2})$/.exec(text) ?? [];
  const common = Number(year) - (Number(year) > LAST_YEAR ? BUDDHIST_ERA : 0);
  const meant = year && rest ? `${String(common)}${rest}` : isoDate(text);
  if (meant === undefined) return 'วันที่แบบ ปี ค.ศ.-เดือน-วัน เช่น 2019-06-07';
  return IsoDate.safeParse(meant).success
    ? `วันที่ ${meant} (ปี ค.ศ.-เดือน-วัน ปี ค.ศ. คือ พ.ศ. ลบ 543)`
    : 'วันที่ที่มีในปฏิทิน';
}

function isNumeral(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9๐-๙]+$/.test(value);
}

function show(value: unknown): string {
  if (value === null) return 'ช่องว่าง';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined,
    data,
  );
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The keys that the schema allows at a path; unions are searched, by `kind` where they have one. */
function allowedKeys(shape: JsonSchema, path: FieldPath, data: unknown): string[] {
  let nodes = branches(shape, data);
  let value = data;
  for (const key of path) {
    value = valueAt(value, [key]);
    nodes = nodes.flatMap((node) => {
      const below = typeof key === 'number' ? node.items : node.properties?.[key];
      return below && typeof below === 'object' && !Array.isArray(below)
        ? branches(below, value)
        : [];
    });
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

/** The kinds that a union of kinds has. */
function kindsOf(shape: JsonSchema): string[] {
  return [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((branch) => {
    const kind =
      typeof branch === 'object' && typeof branch.properties?.['kind'] === 'object'
        ? branch.properties['kind'].const
        : undefined;
    return typeof kind === 'string' ? [kind] : [];
  });
}

function branches(node: JsonSchema, data: unknown): JsonSchema[] {
  const union = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter(
    (branch): branch is JsonSchema => typeof branch === 'object',
  );
  if (union.length === 0) return [node];
  const kind = valueAt(data, ['kind']);
  const named = union.filter(
    (branch) => (branch.properties?.['kind'] as JsonSchema | undefined)?.const === kind,
  );
  return (named.length > 0 ? named : union).flatMap((branch) => branches(branch, data));
}
