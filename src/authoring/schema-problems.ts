// Stage: authoring. A content file and its zod schema → typed data, or the problems that its author can mend.
import { z } from 'zod';
import type { ContentFile, FieldPath } from './content-file.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's data. Never throws: whatever is wrong comes back as problems, all at once. */
export function checkShape<T>(file: ContentFile, schema: z.ZodType<T>): { data: T | undefined; problems: Problem[] } {
  if (file.errors.length > 0) {
    const problems = file.errors.map(({ line, message, code }) => {
      if (code === 'NO_FRONTMATTER') return problem('no-frontmatter', { file: file.path, line }, {});
      if (code === 'DUPLICATE_KEY') return problem('duplicate-key', { file: file.path, line }, { key: 'ชื่อช่องในบรรทัดนี้' });
      return problem('yaml-syntax', { file: file.path, line }, { message });
    });
    return { data: undefined, problems };
  }
  const result = schema.safeParse(file.data ?? {});
  if (result.success) return { data: result.data, problems: [] };
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { data: undefined, problems: result.error.issues.flatMap((issue) => toProblems(file, issue, shape)) };
}

function toProblems(file: ContentFile, issue: Issue, shape: JsonSchema): Problem[] {
  const path = issue.path.filter((key): key is string | number => typeof key !== 'symbol');
  const value = valueAt(file.data, path);
  const at = { file: file.path, line: file.position(path).line, field: path.join('.') };
  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(shape, path, file.data);
    return issue.keys.map((key) =>
      problem(
        'unknown-key',
        { file: file.path, line: file.keyPosition(path, key).line, field: [...path, key].join('.') },
        { key, nearest: nearest(key, allowed), allowed },
      ),
    );
  }
  if (value === undefined) return [problem('missing-field', at, { field: String(path.at(-1) ?? '') })];
  if (issue.code === 'invalid_union' && issue.discriminator === undefined) {
    // The branch that got furthest says best what is wrong inside an object.
    const branch = issue.errors.flat().filter((inner) => inner.path.length > 0);
    if (branch.length > 0 && typeof value === 'object') {
      return branch.slice(0, 1).flatMap((inner) => toProblems(file, { ...inner, path: [...issue.path, ...inner.path] }, shape));
    }
  }
  const shown = show(value);
  const idShape = idShapes[issue.message];
  if (idShape) return [problem('bad-id', at, { value: shown, expected: idShape })];
  return [problem('wrong-value', at, { value: shown, expected: expectedOf(issue) })];
}

const idShapes: Record<string, string> = {
  id: 'ตัวอักษรนำ เช่น saraban หรือ k7m2q',
  'scoped-id': '<คู่มือ>/<รหัส> เช่น loei-1-education-promotion/home-education',
  'seed-id': 'ชื่อแฟ้มใน seeds/ ไม่รวม .txt',
};

const typeNames: Record<string, string> = {
  string: 'ข้อความ',
  number: 'ตัวเลข',
  int: 'จำนวนเต็ม',
  array: 'รายการ (ขึ้นต้นแต่ละข้อด้วย -)',
  object: 'ช่องย่อย (เยื้องเข้าไปใต้ช่องนี้)',
  boolean: 'true หรือ false',
};

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `ค่าหนึ่งในนี้: ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'array' ? 'อย่างน้อยหนึ่งรายการ' : issue.origin === 'string' ? 'ข้อความที่ไม่ว่าง' : `ค่าไม่น้อยกว่า ${String(issue.minimum)}`;
    case 'invalid_format':
      if (issue.message === 'numbering') return 'เลขข้อแรกตามที่ต้นฉบับพิมพ์ เช่น ๑. หรือ 1)';
      return issue.format === 'date' ? 'วันที่แบบ ISO เช่น 2019-06-07' : 'ข้อความที่ถูกรูปแบบ';
    case 'invalid_union':
      return issue.discriminator === undefined ? 'ข้อความ รายการข้อความ none หรือ not-stated' : 'ชนิดที่มีในแบบ';
    case 'custom':
      return issue.message === 'one-of-actor-person' ? 'actor หรือ person อย่างใดอย่างหนึ่ง' : issue.message;
    default:
      return 'ค่าตามแบบ';
  }
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), data);
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
      return below && typeof below === 'object' && !Array.isArray(below) ? branches(below as JsonSchema, value) : [];
    });
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function branches(node: JsonSchema, data: unknown): JsonSchema[] {
  const union = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter((branch): branch is JsonSchema => typeof branch === 'object');
  if (union.length === 0) return [node];
  const kind = valueAt(data, ['kind']);
  const named = union.filter((branch) => (branch.properties?.['kind'] as JsonSchema | undefined)?.const === kind);
  return (named.length > 0 ? named : union).flatMap((branch) => branches(branch, data));
}
