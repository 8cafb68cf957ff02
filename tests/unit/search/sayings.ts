// Unit tests of the search: names → pages so long that they lie in several blocks, each ending in words of its own.
import type { SearchContent } from '../../../src/search/search-page.ts';

export function sayingsOf(names: readonly string[]): SearchContent {
  return {
    pages: names.map((name) => ({
      url: `/${name}/`,
      title: name,
      kind: 'text',
      place: '',
      people: [],
      parts: [
        { field: 'title', text: name },
        { field: 'body', text: 'ความรู้ทั่วไป '.repeat(2000) },
        { field: 'body', anchor: 'last', text: `ถ้อยคำสุดท้ายของ${name}` },
      ],
    })),
    offices: [],
    units: [],
    people: [],
    manuals: 1,
  };
}
