// Stage: render. What build.ts tells render-site.ts.

/** Folders are absolute. */
export interface Plan {
  /** The project's. */
  readonly root: string;
  /** The page program's. */
  readonly program: string;
  /** The last site, where it was made by the same program and nobody has touched it. */
  readonly last?: string;
  /** Where the new one is made: without the last one Astro's scripts and stylesheets are there. */
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
