// Stage: chart. What is wrong with a chart's source → an error in the words of the checks, for the file's author.

export interface ChartProblem {
  /** What is wrong, in a few words. */
  readonly problem: string;
  readonly found: string;
  readonly mend: string;
  /** Line of the Mermaid source, from 1. */
  readonly line?: number | undefined;
}

/** A chart that cannot be drawn. The one who knows the file names it: `toLine('a.mdx', 12)`. */
export class ChartError extends Error {
  readonly problem: ChartProblem;

  constructor(problem: ChartProblem) {
    super(`${problem.problem} — พบว่า${problem.found} — แก้โดย${problem.mend}`);
    this.name = 'ChartError';
    this.problem = problem;
  }

  /**
   * As `npm run check` prints a problem. `before` counts the file's lines above the Mermaid source.
   *
   * @example error.toLine('a.mdx', 11) // 'a.mdx:13 mermaid — อ่านผัง Mermaid ไม่ได้ — พบว่า… — แก้โดย…'
   */
  toLine(file: string, before = 0): string {
    return `${file}:${String(before + (this.problem.line ?? 1))} mermaid — ${this.message}`;
  }
}
