// Stage: model. Things of the model → their addresses, from the site's root (without the base path). They are public.

export const manualPath = (manual: string): string => `/manuals/${manual}/`;
export const partAnchor = (part: string): string => `part-${part}`;
export const partPath = (manual: string, part: string): string =>
  `${manualPath(manual)}#${partAnchor(part)}`;

/** `ref` is `<manual>/<procedure>`. */
export const procedurePath = (ref: string): string => `/manuals/${ref}/`;
/** What chat apps show with a link to it. */
export const picturePath = (ref: string): string => `/manuals/${ref}.png`;
/** For the public; only of procedures that are not for the staff alone. */
export const handoutPath = (ref: string): string => `${procedurePath(ref)}handout/`;
export const stepAnchor = (step: string): string => `step-${step}`;
export const stepPath = (ref: string, step: string): string =>
  `${procedurePath(ref)}#${stepAnchor(step)}`;

/** What the keeper of a manual needs to know of it. */
export const keeperPath = (manual: string): string => `/keeper/${manual}/`;

/** An item of a list, a task, a duty or a strategy, on its manual's page. Their ids are unique over the project. */
export const itemAnchor = (item: string): string => `item-${item}`;
export const itemPath = (manual: string, item: string): string =>
  `${manualPath(manual)}#${itemAnchor(item)}`;

/** A person, with their duties. */
export const personPath = (person: string): string => `/people/${person}/`;
/** A post that somebody stands in for, in the list of people. */
export const postAnchor = (office: string, actor: string): string => `post-${office}-${actor}`;
export const postPath = (office: string, actor: string): string =>
  `/people/#${postAnchor(office, actor)}`;
export const orderPath = (order: string): string => `/orders/${order}/`;
/** Whom an order assigns duties: one is named once, but an order may name a person twice. */
export const assignmentAnchor = (index: number): string => `assigned-${String(index + 1)}`;
/** A duty in its place on its holder's page. */
export const dutyPath = (person: string, duty: string): string =>
  `${personPath(person)}#${itemAnchor(duty)}`;
/** A task in its place in the list of all tasks. */
export const taskPath = (task: string): string => `/tasks/#${itemAnchor(task)}`;
/** Two manuals side by side, in the order of their ids: one address a pair. */
export const comparePath = (a: string, b: string): string =>
  `/tasks/compare/${a < b ? `${a}--${b}` : `${b}--${a}`}/`;

export const officePath = (office: string): string => `/offices/${office}/`;
export const lineAnchor = (line: number): string => `L${String(line)}`;
export const sourcePath = (seed: string, line?: number): string =>
  `/sources/${seed}/${line === undefined ? '' : `#${lineAnchor(line)}`}`;
