// Stage: components. A reading and the manuals made from it → its lines as the source page shows them.
import type { Library, Part } from '../model/library.ts';
import { flatParts } from '../model/library.ts';
import { itemPath, partPath, procedurePath, stepPath } from '../model/paths.ts';
import type { Provenance } from '../source/provenance.ts';
import type { Reading, Run } from '../source/reading.ts';
import { stepNumbers } from '../model/step-numbers.ts';
import { escapeHtml, thaiHtml } from './thai-html.ts';

export interface LineView {
  readonly number: number;
  readonly runs: readonly Run[];
  readonly empty: boolean;
  readonly heading: boolean;
  /** Set in below the line before it, as an OCR writes nested lists. */
  readonly indented: boolean;
  /** Where the site uses the line: steps and duties by name, other parts once, on their first line. */
  readonly uses: readonly { readonly label: string; readonly path: string }[];
}

/** Every line of a seed, with the way back to the pages that use it. */
export function lineViews(
  reading: Reading,
  library: Library,
  provenance: (manual: string) => Provenance,
): LineView[] {
  const manuals = library.manuals
    .filter(({ seed }) => seed === reading.seed)
    .map(({ id, parts }) => ({
      id,
      pieces: provenance(id).piecesByLine(),
      parts: new Map(flatParts(parts).map((part) => [part.id, part])),
    }));
  const shown = new Set<string>();
  return reading.lines.map((line) => ({
    number: line.number,
    runs: line.runs,
    empty: line.printed.trim() === '',
    heading: line.printed.startsWith('#'),
    indented: /^\s+\S/.test(line.printed),
    uses: manuals.flatMap((manual) =>
      (manual.pieces.get(line.number) ?? []).flatMap(({ part, path }) => {
        const use = useOf(manual.id, manual.parts.get(part), path);
        if (!use || shown.has(use.path)) return [];
        shown.add(use.path);
        return [use];
      }),
    ),
  }));
}

/** The line's words: corrections struck and read, what the site leaves out marked with its reason. */
export function lineHtml(line: LineView): string {
  return line.runs
    .map((run) => {
      const printed = thaiHtml(run.printed);
      if (run.type === 'same') return printed;
      if (run.type === 'omitted')
        return `<span class="omit" title="${escapeHtml(run.reason)}">${printed}</span>`;
      const read = run.correction.read.trim();
      return `<span class="cor"><del>${printed}</del>${read === '' ? '' : ` <ins>${thaiHtml(read)}</ins>`}</span>`;
    })
    .join('');
}

function useOf(
  manualId: string,
  part: Part | undefined,
  path: string,
): { label: string; path: string } | undefined {
  if (!part) return undefined;
  if (part.type === 'procedure') {
    const { procedure } = part;
    const step = /^steps\.(\d+)(?:\.substeps\.(\d+))?\./.exec(path);
    if (!step) return { label: procedure.title, path: procedurePath(procedure.ref) };
    const top = procedure.steps[Number(step[1])];
    const target = step[2] === undefined ? top : top?.substeps?.[Number(step[2])];
    return (
      target && {
        label: `ขั้น ${stepNumbers(procedure).get(target.id) ?? ''}`,
        path: stepPath(procedure.ref, target.id),
      }
    );
  }
  if (part.type === 'order') {
    const duty = /^assignments\.(\d+)\.duties\.(\d+)\./.exec(path);
    const target = duty && part.order.assignments[Number(duty[1])]?.duties[Number(duty[2])];
    if (target)
      return {
        label: `หน้าที่ข้อ ${String(Number(duty[2]) + 1)}`,
        path: itemPath(manualId, target.id),
      };
  }
  return { label: 'ในคู่มือ', path: partPath(manualId, part.id) };
}
