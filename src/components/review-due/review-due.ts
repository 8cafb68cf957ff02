// Stage: components, in the browser. The day on which a review is due, and the reader's own → how long it is until then, or past.
import { untilDue } from '../../model/review-date.ts';

/** The day where the reader is, as `2026-06-01`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-');
}

for (const element of document.querySelectorAll<HTMLElement>('review-due')) {
  const due = element.dataset['due'];
  if (due === undefined) continue;
  const { words, overdue } = untilDue(due, today());
  const said = document.createElement('span');
  said.className = overdue ? 'due-over' : 'soft';
  said.textContent = words;
  element.append(said);
}
