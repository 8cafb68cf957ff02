// Stage: checklist, shared by build and browser. A stored text → a run, if it is one.
import type { Run } from './run.ts';
import { misfit, type Shape } from './shape.ts';

/** Longest texts, in UTF-16 units. `label` and `words` limit a field of a form; `text` is far above both. */
export const LONGEST = { label: 200, words: 4000, text: 20_000 } as const;

const text = (most: number): RegExp => new RegExp(`^[^]{0,${most}}$`);

// But one, which every object seems to have: `'constructor' in run.done`.
const ID = '(?!constructor$)[a-z][a-z0-9-]*';
const REV = '[0-9a-f]{64}';
const id = new RegExp(`^${ID}$`);
const rev = new RegExp(`^${REV}$`);
const time = /^[1-8]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const long = text(LONGEST.text);
const items: Shape = [
  {
    id,
    no: long,
    text: long,
    'in?': id,
    'kind?': long,
    'actor?': long,
    'to?': [long],
    'next?': [{ to: id, 'when?': long, 'inferred?': true }],
  },
];

/** One run, as it is stored and exported. */
export const runShape: Shape = {
  v: 1,
  id: /^[a-z0-9]{8,40}$/,
  procedure: new RegExp(`^${ID}/${ID}$`),
  title: long,
  started: time,
  label: text(LONGEST.label),
  'finished?': time,
  'archived?': time,
  'stays?': rev,
  snapshot: { rev, items },
  past: [rev, { items, until: time }],
  done: [id, time],
  // Two tabs' reasons or notes can become one.
  skipped: [id, long],
  notes: [id, long],
  chosen: [id, long],
  at: [
    new RegExp(
      `^(label|finished|archived|stays|snapshot|past\\.${REV}|(done|skipped|notes|chosen)\\.${ID})$`,
    ),
    time,
  ],
};

/** A run; or that a newer site wrote it; undefined: damaged. */
export function readRun(stored: string): Run | 'newer' | undefined {
  try {
    const value = JSON.parse(stored) as { v: number };
    if (value.v > 1) return 'newer';
    return misfit(value, runShape) === undefined ? (value as Run) : undefined;
  } catch {
    return undefined;
  }
}
