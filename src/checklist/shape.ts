// Stage: checklist, shared by build and browser. A value and its shape → where the value breaks it, if it does.
// Small, because it is on every procedure's page; json-schema.ts writes the same shapes as JSON Schema.

/**
 * A pattern: a string. `[shape]`: an array. `[pattern, shape]`: an object whose keys match. An object:
 * these keys and no others; one that ends in `?` may be absent. Anything else: this very value.
 */
export type Shape =
  | RegExp
  | string
  | number
  | boolean
  | readonly [Shape]
  | readonly [RegExp, Shape]
  | { readonly [key: string]: Shape };

/** The path of the first part that does not fit (`.runs.2.done.s1`; `.` alone: the whole), or undefined. */
export function misfit(value: unknown, shape: Shape, path = '.'): string | undefined {
  if (shape instanceof RegExp)
    return typeof value === 'string' && shape.test(value) ? undefined : path;
  if (typeof shape !== 'object') return value === shape ? undefined : path;
  const [first, second] = (Array.isArray(shape) ? shape : []) as [Shape?, Shape?];
  const list = first !== undefined && second === undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== list) return path;
  const keys = shape as Readonly<Record<string, Shape>>;
  const rule = (key: string): Shape | undefined => {
    if (list) return first;
    if (second !== undefined) return (first as RegExp).test(key) ? second : undefined;
    return Object.hasOwn(keys, key) ? keys[key] : keys[`${key}?`];
  };
  if (first === undefined)
    for (const key of Object.keys(keys))
      if (!key.endsWith('?') && !Object.hasOwn(value, key)) return path + key;
  for (const [key, part] of Object.entries(value)) {
    const own = rule(key);
    const wrong = own === undefined ? path + key : misfit(part, own, `${path}${key}.`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
