// Browser: duty-table; also in tests. Rows and what the reader chose → which rows stand, in which order, under which heads.

/** A row of the table of duties, as its `data-` attributes say. */
export interface Row {
  /** Where it stands in the page as it came: in the orders' own sequence. */
  readonly index: number;
  readonly person: string;
  /** The name without its prefix: what rows are sorted by. */
  readonly name: string;
  readonly post: string;
  readonly office: string;
  readonly tasks: readonly string[];
  readonly text: string;
}

export interface Chosen {
  /** An empty string narrows nothing. */
  readonly person: string;
  readonly post: string;
  readonly task: string;
  readonly office: string;
  readonly sort: 'order' | 'person' | 'post' | 'duty';
  readonly group: 'none' | 'person' | 'task';
}

export interface Group {
  /** A person's or task's value; empty for rows without any, and where nothing is grouped. */
  readonly key: string;
  /** `index` of each row, in order. A row with two tasks stands in two groups. */
  readonly rows: readonly number[];
}

export interface Arranged {
  readonly groups: readonly Group[];
  /** Rows that stand, each counted once. */
  readonly shown: number;
}

const collator = new Intl.Collator('th', { numeric: true });

/** `labels` gives a group's name, by which groups are sorted; rows without a task come last. */
export function arrange(
  rows: readonly Row[],
  chosen: Chosen,
  labels: (kind: 'person' | 'task', key: string) => string,
): Arranged {
  const kept = rows
    .filter(
      (row) =>
        (chosen.person === '' || row.person === chosen.person) &&
        (chosen.post === '' || row.post === chosen.post) &&
        (chosen.office === '' || row.office === chosen.office) &&
        (chosen.task === '' || row.tasks.includes(chosen.task)),
    )
    .toSorted((a, b) => compare(a, b, chosen.sort));
  return { groups: grouped(kept, chosen, labels), shown: kept.length };
}

function compare(a: Row, b: Row, sort: Chosen['sort']): number {
  const by =
    sort === 'person'
      ? collator.compare(a.name, b.name)
      : sort === 'post'
        ? collator.compare(a.post, b.post)
        : sort === 'duty'
          ? collator.compare(a.text, b.text)
          : 0;
  return by || a.index - b.index;
}

function grouped(
  rows: readonly Row[],
  { group, task }: Chosen,
  labels: (kind: 'person' | 'task', key: string) => string,
): Group[] {
  if (group === 'none') return rows.length > 0 ? [{ key: '', rows: rows.map(indexOf) }] : [];
  const groups = new Map<string, number[]>();
  const add = (key: string, row: Row): void => {
    const list = groups.get(key);
    if (list) list.push(row.index);
    else groups.set(key, [row.index]);
  };
  for (const row of rows) {
    if (group === 'person') add(row.person, row);
    else {
      // Of a narrowed list only the chosen task is asked for.
      const tasks = task === '' ? row.tasks : [task];
      if (tasks.length === 0) add('', row);
      for (const key of tasks) add(key, row);
    }
  }
  return [...groups]
    .toSorted(([a], [b]) =>
      a === '' ? 1 : b === '' ? -1 : collator.compare(labels(group, a), labels(group, b)),
    )
    .map(([key, list]) => ({ key, rows: list }));
}

const indexOf = ({ index }: Row): number => index;

/** What a query string chose; whatever it does not name, or names wrongly, is left as it is by itself. */
export function chosenFrom(query: string): Chosen {
  const given = new URLSearchParams(query);
  const one = <T extends string>(name: string, known: readonly T[], usual: T): T =>
    known.find((value) => value === given.get(name)) ?? usual;
  return {
    person: given.get('person') ?? '',
    post: given.get('post') ?? '',
    task: given.get('task') ?? '',
    office: given.get('office') ?? '',
    sort: one('sort', ['order', 'person', 'post', 'duty'], 'order'),
    group: one('group', ['none', 'person', 'task'], 'none'),
  };
}

/** The query string that brings the same choice back; empty where nothing was chosen. */
export function queryOf(chosen: Chosen): string {
  const query = new URLSearchParams();
  for (const name of ['person', 'post', 'task', 'office'] as const)
    if (chosen[name] !== '') query.set(name, chosen[name]);
  if (chosen.sort !== 'order') query.set('sort', chosen.sort);
  if (chosen.group !== 'none') query.set('group', chosen.group);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
