// Bench: search, in the browser. This site's search, as its page shows it: weak hits are left out.
import { searchEngine } from '../src/search/engine.ts';
import { fileLoader } from '../src/search/load-file.ts';
import { openIndex } from '../src/search/open-index.ts';
import type { Ask } from './search-corpus.ts';

export async function open(files: string): Promise<Ask> {
  const engine = searchEngine(() => openIndex(fileLoader(files)));
  const { pages } = await engine.catalogue();
  return async (query) => {
    const { exact, people, meant, similar } = await engine.ask(query);
    const named = people.flatMap(({ person }) =>
      pages.filter((page) => page.kind === 'person' && page.people.includes(person.id)),
    );
    const mended = exact.length === 0 ? meant.flatMap(({ hits }) => hits) : [];
    const found = new Set([
      ...exact.map(({ page }) => page),
      ...named,
      ...[...mended, ...similar].map(({ page }) => page),
    ]);
    // What a reader sees first takes the words of its page too.
    await Promise.all([...found].slice(0, 10).map((page) => engine.lines(page)));
    return [...found].map(({ title }) => title);
  };
}
