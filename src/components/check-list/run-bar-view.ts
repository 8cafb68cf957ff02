// Stage: components. The steps of a procedure → what its run bar says before its script is there.

/** What there is to tick: substeps in place of the step that holds them. */
export function itemCount(
  steps: readonly { readonly substeps?: readonly unknown[] | undefined }[],
): number {
  return steps.reduce((count, { substeps }) => count + Math.max(substeps?.length ?? 0, 1), 0);
}
