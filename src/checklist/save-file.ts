// Stage: checklist, for the browser. Runs → a file on the reader's machine: JSON to bring back in, CSV for a spreadsheet.
import { make } from './make.ts';
import type { Run } from './run.ts';
import { toCsv, toFile } from './transfer.ts';

export function saveFile(runs: readonly Run[]): void {
  const now = new Date().toISOString();
  download(`${fileName(runs, now)}.json`, 'application/json', toFile(runs, now));
}

export function saveCsv(runs: readonly Run[]): void {
  download(
    `${fileName(runs, new Date().toISOString())}.csv`,
    'text/csv;charset=utf-8',
    toCsv(runs),
  );
}

/** Hands a text to the browser as a download; nothing leaves the machine. */
export function download(name: string, type: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = make('a', { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers read the address only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Without the label: a file's name is seen by more people than its content. */
function fileName(runs: readonly Run[], now: string): string {
  const [run] = runs;
  const which = runs.length === 1 && run ? run.procedure.replace('/', '-') : 'all';
  return `khumue-${which}-${now.slice(0, 10)}`;
}
