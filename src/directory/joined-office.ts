// Stage: directory. What an office publishes → what a portal shows of it in its list.
import type { PublishedNames } from './published-names.ts';

/** An office in a portal's list; the position in the list is its number in the directory. */
export interface JoinedOffice {
  readonly id: string;
  /** As its own data calls it; the id where nothing has been read of it yet. */
  readonly name: string;
  readonly short: string;
  /** Where its site begins: a whole address or a path; ends in a slash. */
  readonly url: string;
  readonly manuals: readonly { readonly title: string; readonly url: string }[];
  readonly procedures: number;
  readonly people: number;
  /** ISO date of what is shown, where its site did not answer when the portal was made; '' where nothing was ever read. */
  readonly silentSince?: string;
}

/** @param url of the site, ending in a slash */
export function joinedOffice(
  id: string,
  url: string,
  data: PublishedNames | undefined,
  silentSince?: string,
): JoinedOffice {
  const silent = silentSince === undefined ? {} : { silentSince };
  if (!data)
    return { id, name: id, short: id, url, manuals: [], procedures: 0, people: 0, ...silent };
  // Offices without a manual are only named in those of others.
  const owners = new Set(data.manuals.map(({ office }) => office.id));
  const [first, ...others] = data.offices.filter((office) => owners.has(office.id));
  const more = others.length > 0 ? ` และอีก ${String(others.length)} หน่วยงาน` : '';
  return {
    id,
    name: first ? first.name + more : id,
    short: first ? first.short + more : id,
    url,
    manuals: data.manuals.map((manual) => ({
      title: manual.title.text,
      url: url.replace(/\/$/, '') + manual.url,
    })),
    procedures: data.procedures.length,
    people: data.people.length,
    ...silent,
  };
}
