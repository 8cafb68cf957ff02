// Stage: search. What every kind of page of the index has: its title, other names, and where it belongs.
import type { Manual } from '../model/library.ts';
import type { SearchPage, SearchPart } from './search-page.ts';

export type Belonging = Pick<SearchPage, 'office' | 'unit'>;

export const title = (text: string): SearchPart => ({ field: 'title', text });
export const alias = (text: string): SearchPart => ({ field: 'alias', text });

export function belonging(manual: Manual): Belonging {
  return {
    office: manual.office.id,
    ...(manual.unit ? { unit: `${manual.office.id}/${manual.unit.id}` } : {}),
  };
}

/** กลุ่มนโยบายและแผน สพป.อุตรดิตถ์ เขต 2 */
export function placeOf(manual: Manual): string {
  return [manual.unit?.name, manual.office.short].filter(Boolean).join(' ');
}
