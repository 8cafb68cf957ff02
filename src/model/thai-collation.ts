// Stage: model. Two Thai texts → their order in a Thai dictionary.

const collator = new Intl.Collator('th', { numeric: true });

/** For `toSorted`: ก before ข, leading vowels after their consonant, numbers by value. */
export const compareThai = (a: string, b: string): number => collator.compare(a, b);
