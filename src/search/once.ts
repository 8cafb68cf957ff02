// Stage: search, shared by build and browser. What has to be loaded → the same, loaded when it is first asked for.

/** A failure is not kept: the next who asks tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
