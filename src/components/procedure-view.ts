// Stage: components. A procedure in its manual → its number, what stands above it, and its neighbours.
import type { Basis } from '../model/basis.ts';
import { href } from './href.ts';
import type { Library, Manual, Part, Procedure, Task } from '../model/library.ts';
import { bareMark } from '../model/mark.ts';
import { procedurePath, taskPath } from '../model/paths.ts';
import type { SectionOf } from '../model/section.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote } from '../source/source-note.ts';

export interface Neighbour {
  readonly label: string;
  readonly href: string;
}
export interface Place {
  /** The number in the margin: that of its task in this manual's list, or the procedure's own. */
  readonly number: string | undefined;
  /** The task group or chapter that it stands under. */
  readonly above: string | undefined;
  /** How it is known that it belongs under the group; undefined where a chapter of the book says so. */
  readonly aboveBasis: Basis | undefined;
  /** The task of another manual's list that an editor sees in it. */
  readonly elsewhere:
    { readonly label: string; readonly path: string; readonly basis: Basis } | undefined;
  readonly manualName: string;
  /** The heading over the steps where the chapter carries it for several procedures. */
  readonly stepsHeading: string | undefined;
  readonly chapterHasScope: boolean;
  readonly previous: Neighbour | undefined;
  readonly next: Neighbour | undefined;
}

export const audienceLabel: Record<Procedure['audience'], string> = {
  staff: 'สำหรับเจ้าหน้าที่',
  public: 'สำหรับประชาชน',
  both: 'สำหรับประชาชนและเจ้าหน้าที่',
};

/** A manual as one calls it beside others: its unit and the office's short name; the office's whole name where it stands alone. */
export function manualName({ unit, office }: Manual): string {
  return unit ? `${unit.name} ${office.short}` : office.name;
}

/** Where a procedure stands. Its neighbours are those of its manual only: a page does not grow with the site. */
export function placeOf(procedure: Procedure, manual: Manual, library: Library): Place {
  const index = manual.procedures.findIndex(({ id }) => id === procedure.id);
  const chapter = chapterOf(procedure.id, manual.parts, undefined);
  const task = ownTask(procedure, library);
  const group =
    task?.group === undefined ? undefined : library.task(`${task.manual}/${task.group}`);
  const chapterNumber = chapter?.number ? bareMark(chapter.number) : undefined;
  return {
    number: procedureNumber(procedure, library),
    above:
      group?.text ??
      (chapter && (chapter.number ?? chapter.stepsHeading)
        ? [chapterNumber, chapter.title].filter(Boolean).join(' ')
        : undefined),
    aboveBasis: task && group ? procedure.task?.basis : undefined,
    elsewhere: task ? undefined : taskElsewhere(procedure, library),
    manualName: manualName(manual),
    stepsHeading: chapter?.stepsHeading,
    chapterHasScope: chapter?.scope !== undefined,
    previous: neighbour(manual.procedures[index - 1]),
    next: neighbour(manual.procedures[index + 1]),
  };
}

/** The number by which a procedure is known in its manual: its task's, or its own where no list of that manual has it. */
export function procedureNumber(procedure: Procedure, library: Library): string | undefined {
  // A bare "1." inside a chapter says little; the task's number says where it belongs.
  return ownTask(procedure, library)?.number ?? printedNumber(procedure);
}

/** The number that stands before the procedure's title in the source, if any does. */
export function printedNumber(procedure: Procedure): string | undefined {
  return procedure.number && bareMark(procedure.number);
}

/** The task that the procedure belongs to where its own manual lists it; an editor may link to another manual's list. */
export function ownTask(procedure: Procedure, library: Library): Task | undefined {
  const task = procedure.task && library.task(procedure.task.ref);
  return task?.manual === procedure.manual ? task : undefined;
}

function taskElsewhere(procedure: Procedure, library: Library): Place['elsewhere'] {
  if (!procedure.task) return undefined;
  const { number, id } = library.task(procedure.task.ref);
  return {
    label: `ภารกิจ ${number} ในเอกสารอีกฉบับ`,
    path: taskPath(id),
    basis: procedure.task.basis,
  };
}

/** What to say where the seed prints another number than the one that is meant. */
export function numberNote(procedure: Procedure, provenance: Provenance): string | undefined {
  const correction = pieceNote(provenance, procedure.id, 'number')?.corrections[0];
  return (
    correction &&
    `ต้นฉบับพิมพ์เลขหัวข้อว่า ${bareMark(correction.printed)} อ่านว่า ${bareMark(correction.read)}`
  );
}

function chapterOf(
  id: string,
  parts: readonly Part[],
  above: SectionOf<'chapter'> | undefined,
): SectionOf<'chapter'> | undefined {
  for (const part of parts) {
    if (part.type === 'procedure' && part.id === id) return above;
    const found = part.type === 'chapter' ? chapterOf(id, part.parts, part.chapter) : undefined;
    if (found) return found;
  }
  return undefined;
}

function neighbour(procedure: Procedure | undefined): Neighbour | undefined {
  return procedure && { label: procedure.title, href: href(procedurePath(procedure.ref)) };
}
