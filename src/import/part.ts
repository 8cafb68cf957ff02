// Stage: import. The shape of an outline: what a manual's blocks turn out to be, still without ids.
import type { FormField } from '../model/procedure.ts';
import type { Role } from '../model/section.ts';
import type { ListNode } from './list-tree.ts';

/** Words of the source with the line on which they begin. */
export interface Words {
  readonly text: string;
  readonly line: number;
}

export interface Chart {
  readonly heading: Words;
  readonly captions: readonly Words[];
}

export interface ProcedurePart {
  readonly type: 'procedure';
  readonly line: number;
  readonly number?: string;
  readonly title: string;
  readonly description: readonly Words[];
  readonly scope: readonly ListNode[];
  readonly stepsHeading?: string;
  readonly steps: readonly ListNode[];
  readonly chart?: Chart;
  /** What the source says under a heading of the official form. */
  readonly form: readonly { readonly field: FormField; readonly words: readonly Words[] }[];
}

export interface ChapterPart {
  readonly type: 'chapter';
  readonly line: number;
  readonly label?: string;
  readonly number?: string;
  readonly title: string;
  readonly scope: readonly ListNode[];
  readonly stepsHeading?: string;
  readonly parts: readonly Part[];
  readonly chart?: Chart;
}

export interface StrategyPart extends Words {
  readonly mark: string;
  readonly goals?: { readonly heading: string; readonly list: readonly ListNode[] };
  readonly ways?: { readonly heading: string; readonly list: readonly ListNode[] };
}

/** Duties of one person, as an order assigns them. */
export interface AssignmentPart {
  readonly line: number;
  readonly name: string;
  readonly post: string;
  readonly duties: readonly ListNode[];
}

export interface OrderPart {
  readonly type: 'order';
  readonly line: number;
  readonly heading: string;
  readonly numberLine: string;
  readonly subjectLine: string;
  readonly paragraphs: readonly Words[];
  readonly signature: readonly Words[];
  readonly annex: readonly Words[];
  readonly columns: readonly string[];
  readonly assignments: readonly AssignmentPart[];
}

export type Part =
  | ProcedurePart
  | ChapterPart
  | OrderPart
  | { readonly type: 'cover'; readonly line: number; readonly lines: readonly Words[] }
  | {
      readonly type: 'prose';
      readonly line: number;
      readonly use: 'preface' | 'introduction' | 'other';
      readonly title?: string;
      readonly paragraphs: readonly Words[];
    }
  | {
      readonly type: 'contents';
      readonly line: number;
      readonly title: string;
      readonly entries: readonly Words[];
    }
  | {
      readonly type: 'statement';
      readonly line: number;
      readonly role: Role;
      readonly title: string;
      readonly text: readonly Words[];
    }
  | {
      readonly type: 'list';
      readonly line: number;
      readonly role: Role;
      readonly title: string;
      readonly before: readonly Words[];
      readonly list: readonly ListNode[];
      readonly after: readonly Words[];
    }
  | {
      readonly type: 'tasks';
      readonly line: number;
      readonly title: string;
      readonly list: readonly ListNode[];
    }
  | {
      readonly type: 'strategies';
      readonly line: number;
      readonly title: string;
      readonly strategies: readonly StrategyPart[];
    }
  | {
      readonly type: 'lost';
      readonly line: number;
      readonly title: string;
      readonly lines: readonly Words[];
    };
