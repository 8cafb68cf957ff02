// Parsed content → what it says, entry by entry, each with the place that it has: to hold two readings of a source against each other.
import { markAt } from '../../../src/model/mark.ts';
import type { ParsedContent } from '../../../src/authoring/parse-content.ts';
import { compact } from '../../../src/source/align.ts';
import type { Correction } from '../../../src/source/seed-notes.ts';
import type { NumberedList } from '../../../src/model/text.ts';

export type Kind =
  'chapters' | 'procedures' | 'steps' | 'tasks' | 'duties' | 'items' | 'strategies' | 'statements';

/** One line an entry: the entries above it, its mark, its text. */
export type Entries = Record<Kind, string[]>;

/**
 * Texts as they read once the seed's corrections are made, white space aside. Made on both sides: content that has the
 * corrected words stays as it is, a draft that has the printed ones comes to read the same.
 */
export function corrected(text: string, corrections: readonly Correction[]): string {
  return corrections
    .map(({ printed, read }) => [compact(printed.replace(/^#+ /, '')), compact(read)] as const)
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((words, [printed, read]) => words.replaceAll(printed, read), compact(text));
}

export function entriesOf(
  content: ParsedContent,
  manual: string,
  corrections: readonly Correction[],
): Entries {
  const found: Entries = {
    chapters: [],
    procedures: [],
    steps: [],
    tasks: [],
    duties: [],
    items: [],
    strategies: [],
    statements: [],
  };
  const add = (kind: Kind, ...path: string[]): void => {
    found[kind].push(path.map((text) => corrected(text, corrections)).join(' › '));
  };
  const items = (list: NumberedList | undefined, ...above: string[]): void => {
    list?.items.forEach((item, i) => {
      const mark = list.numbering === undefined ? '' : markAt(list.numbering, i);
      add('items', ...above, mark, item.text);
      item.items?.forEach((inner, j) =>
        add(
          'items',
          ...above,
          mark,
          item.numbering === undefined ? '' : markAt(item.numbering, j),
          inner.text,
        ),
      );
    });
  };
  const visit = (parts: readonly string[], above: readonly string[]): void => {
    for (const id of parts) {
      const here = (entry: { manual: string; id: string }): boolean =>
        entry.manual === manual && entry.id === id;
      const procedure = content.procedures.find(here)?.data;
      const order = content.orders.find(here)?.data;
      const section = content.sections.find(here)?.data;
      if (procedure) {
        const title = `${procedure.number ?? ''} ${procedure.title}`;
        add('procedures', ...above, title);
        items(procedure.scope, title);
        procedure.steps.forEach((step, i) => {
          const mark = markAt(procedure.numbering, i);
          add('steps', title, mark, step.text);
          step.substeps?.forEach((substep, j) =>
            add(
              'steps',
              title,
              mark,
              step.numbering === undefined ? '' : markAt(step.numbering, j),
              substep.text,
            ),
          );
        });
      }
      order?.assignments.forEach(({ name, numbering, duties }) =>
        duties.forEach(({ text }, i) => add('duties', name, markAt(numbering, i), text)),
      );
      switch (section?.kind) {
        case 'chapter': {
          const title = `${section.label ?? ''}${section.number ?? ''} ${section.title}`;
          add('chapters', ...above, title);
          items(section.scope, title);
          visit(section.parts, [...above, title]);
          break;
        }
        case 'statement':
          add('statements', section.title, ...section.text);
          break;
        case 'list':
          items(section, section.title);
          break;
        case 'tasks':
          section.groups.forEach((group, i) => {
            const mark = markAt(section.numbering, i);
            add('tasks', mark, group.text);
            group.tasks?.forEach((task, j) =>
              add(
                'tasks',
                mark,
                group.numbering === undefined ? '' : markAt(group.numbering, j),
                task.text,
              ),
            );
          });
          break;
        case 'strategies':
          section.strategies.forEach((strategy, i) => {
            const mark = markAt(section.numbering, i);
            add('strategies', mark, strategy.text);
            items(strategy.goals, mark, strategy.goalsHeading ?? '');
            items(strategy.ways, mark, strategy.waysHeading ?? '');
          });
          break;
        default:
      }
    }
  };
  visit(content.manuals.find(({ id }) => id === manual)?.data.parts ?? [], []);
  return found;
}

export interface Figure {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
  readonly missing: readonly string[];
}

/** How many of the wanted entries are among the found ones, each counted as often as it stands there. */
export function compareEntries(wanted: readonly string[], found: readonly string[]): Figure {
  const rest = [...found];
  const missing = wanted.filter((entry) => {
    const at = rest.indexOf(entry);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return {
    wanted: wanted.length,
    found: found.length,
    right: wanted.length - missing.length,
    missing,
  };
}
