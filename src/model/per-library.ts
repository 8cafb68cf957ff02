// Stage: model. Something that is worked out of a library → the same, worked out once for each library.
import type { Library } from './library.ts';

/** @param make its result is not changed by anybody */
export function perLibrary<T extends object>(
  make: (library: Library) => T,
): (library: Library) => T {
  const made = new WeakMap<Library, T>();
  return (library) => {
    const known = made.get(library) ?? make(library);
    made.set(library, known);
    return known;
  };
}
