// A source's text → its draft in an office of its own, and what the project's checks say of it.
import { checkContent, type CheckedContent } from '../../../src/authoring/check-content.ts';
import { makeDraft, type Draft } from '../../../src/import/draft.ts';
import { yamlNotes } from '../../../src/import/draft-file.ts';

/** The same numbers on every machine (Park and Miller's generator), so that golden files keep their ids. */
export function seededRandom(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export const NOTHING_KNOWN = { offices: [], people: [], ids: [] } as const;

export function draftOf(text: string): Draft {
  return makeDraft({
    manual: 'draft',
    seed: 'source',
    text,
    known: NOTHING_KNOWN,
    random: seededRandom(),
  });
}

export function checkDraft(draft: Draft, text: string): CheckedContent {
  return checkContent({
    content: draft.files.map(({ path, text: content }) => ({ path, shown: path, text: content })),
    seeds: [{ id: 'source', shown: 'seeds/source.txt', text }],
    corrections: { shown: 'seeds/corrections.yaml', text: yamlNotes(draft.corrections) },
    omissions: { shown: 'seeds/omissions.yaml', text: yamlNotes(draft.omissions) },
  });
}
