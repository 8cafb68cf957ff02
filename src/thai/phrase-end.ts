// Stage: Thai text. A text and a place in it → whether BudouX's Thai model sees a phrase end there.
// BudouX's package hides the model behind its exports, and its entry needs a DOM; the file stands alone.
import { model } from '../../node_modules/budoux/module/data/models/th.js';

/** The model's groups of features: the letters from and to which place beside the one asked for. */
const FEATURES = (
  [
    ['UW1', -3, -2],
    ['UW2', -2, -1],
    ['UW3', -1, 0],
    ['UW4', 0, 1],
    ['UW5', 1, 2],
    ['UW6', 2, 3],
    ['BW1', -2, 0],
    ['BW2', -1, 1],
    ['BW3', 0, 2],
    ['TW1', -3, 0],
    ['TW2', -2, 1],
    ['TW3', -1, 2],
    ['TW4', 0, 3],
  ] as const
).map(([name, from, to]) => ({ from, to, scores: new Map(Object.entries(model[name] ?? {})) }));

const BASE =
  -0.5 * FEATURES.flatMap(({ scores }) => [...scores.values()]).reduce((all, one) => all + one, 0);

/**
 * The same as BudouX's Parser finds, for one place: it works out all places of a text, and most are not asked for.
 *
 * @param at from 1 to the text's length less one
 */
export function isPhraseEnd(text: string, at: number): boolean {
  let score = BASE;
  for (const { from, to, scores } of FEATURES)
    score += scores.get(text.substring(at + from, at + to)) ?? 0;
  return score > 0;
}
