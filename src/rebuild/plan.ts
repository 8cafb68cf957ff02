// Stage: rebuild. What build.ts tells rebuild.ts.

/** Folders are absolute. */
export interface Plan {
  /** The project's. */
  readonly root: string;
  /** The page program's. */
  readonly program: string;
  /** The last site, which nobody has touched. */
  readonly last: string;
  /** Where the new one is made; nothing is there yet. */
  readonly next: string;
  /** Ends in a slash. */
  readonly base: string;
  /** SITE_URL, where it is set. */
  readonly site?: string;
  /** Manuals whose own pages are as they were. */
  readonly unchanged: readonly string[];
  /** The manual made from a seed, by seed. */
  readonly seeds: Readonly<Record<string, string>>;
}
