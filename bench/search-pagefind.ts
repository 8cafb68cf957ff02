// Bench: search, in the browser. Pagefind as it comes, on pages marked lang="th".
import type { Ask } from './search-corpus.ts';

interface Pagefind {
  readonly init: () => Promise<void>;
  readonly search: (query: string) => Promise<{
    readonly results: readonly {
      readonly data: () => Promise<{ readonly meta: { readonly title: string } }>;
    }[];
  }>;
}

export async function open(files: string): Promise<Ask> {
  const pagefind = (await import(/* @vite-ignore */ `${files}pagefind.js`)) as Pagefind;
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const data = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return data.map(({ meta }) => meta.title);
  };
}
