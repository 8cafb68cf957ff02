// Stage: portal search, in the browser. Chosen offices and a query → an answer from all that answer, and who does not.
import { searchEngine, type Answer, type Engine } from '../../search/engine.ts';
import { mergeIndexes } from '../../search/merge-indexes.ts';
import { openIndex, type OpenIndex } from '../../search/open-index.ts';
import type { LoadFile } from '../../search/term-index.ts';

export interface AskedOffice {
  readonly id: string;
  /** Where its site begins; ends in a slash. */
  readonly url: string;
}

export interface OfficesAnswer<T> {
  /** What was made of the answer; undefined where no office answered. */
  readonly shown: T | undefined;
  /** Ids of the offices whose site did not answer. */
  readonly silent: readonly string[];
}

/** Thrown by whatever needs a file of an office that does not come. */
class OfficeSilent extends Error {
  override readonly name = 'OfficeSilent';
  readonly id: string;
  constructor(id: string, cause: unknown) {
    super(`no answer from ${id}`, { cause });
    this.id = id;
  }
}

/** @param loader of an index folder's files; rejects when they do not come in time */
export function officesSearch(loader: (folder: string) => LoadFile): {
  /** @param show makes of the answer what is shown; it may load more of the offices' files */
  readonly ask: <T>(
    offices: readonly AskedOffice[],
    query: string,
    show: (answer: Answer, engine: Engine) => Promise<T>,
  ) => Promise<OfficesAnswer<T>>;
  /** Offices that did not answer are asked again. */
  readonly forget: () => void;
} {
  const silent = new Set<string>();
  const opened = new Map<string, Promise<OpenIndex>>();
  const engines = new Map<string, Engine>();

  const open = ({ id, url }: AskedOffice): Promise<OpenIndex> => {
    const known = opened.get(id);
    if (known) return known;
    const load = loader(`${url}pagefind/`);
    const opening = openIndex((path) =>
      load(path).catch((error: unknown) => {
        throw new OfficeSilent(id, error);
      }),
    );
    opened.set(id, opening);
    opening.catch(() => opened.delete(id));
    return opening;
  };

  const engineOf = async (offices: readonly AskedOffice[]): Promise<Engine | undefined> => {
    const results = await Promise.allSettled(offices.map(open));
    const members = offices.flatMap(({ id, url }, i) => {
      const result = results[i];
      if (result?.status === 'fulfilled')
        return [{ id, url: url.replace(/\/$/, ''), opened: result.value }];
      silent.add(id);
      return [];
    });
    if (members.length === 0) return undefined;
    const key = members.map(({ id }) => id).join(' ');
    const engine = engines.get(key) ?? searchEngine(() => Promise.resolve(mergeIndexes(members)));
    engines.set(key, engine);
    return engine;
  };

  return {
    async ask(offices, query, show) {
      for (;;) {
        const engine = await engineOf(offices.filter(({ id }) => !silent.has(id)));
        const left = (): string[] => offices.map(({ id }) => id).filter((id) => silent.has(id));
        if (!engine) return { shown: undefined, silent: left() };
        try {
          const shown = await show(await engine.ask(query), engine);
          return { shown, silent: left() };
        } catch (error) {
          // One that fell silent during the search: the others are asked without it.
          if (!(error instanceof OfficeSilent)) throw error;
          silent.add(error.id);
        }
      }
    },
    forget: () => {
      silent.clear();
    },
  };
}
