// Stage: components. A duty → its words, what can be followed, what it stands in for, and where it is from.
import type { Basis } from '../model/basis.ts';
import type { Library } from '../model/library.ts';
import { personPath, postPath, procedurePath, taskPath } from '../model/paths.ts';
import type { Assigned } from '../model/responsibility.ts';
import { postsWithStandIns } from '../model/substitution.ts';
import { correctedRuns, type TextRun } from '../source/corrected-text.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote, type SourceNote } from '../source/source-note.ts';
import { rankDigits, type Named } from './substitution-view.ts';

export interface DutyLink {
  readonly label: string;
  readonly path: string;
  readonly basis: Basis;
}

export interface DutyView {
  readonly assigned: Assigned;
  readonly number: string;
  readonly runs: readonly TextRun[];
  readonly note: SourceNote | undefined;
  readonly procedures: readonly DutyLink[];
  readonly tasks: readonly DutyLink[];
  readonly standsIn: (Named & { readonly rank: string }) | undefined;
  /** Said where there is nothing to follow. */
  readonly gap: string | undefined;
}

export function dutyView(assigned: Assigned, library: Library, provenance: Provenance): DutyView {
  const { duty, order, number } = assigned;
  const note = pieceNote(provenance, order.id, `${assigned.path}.text`);
  const standsIn = standsInView(assigned, library);
  return {
    assigned,
    number,
    runs: correctedRuns(duty.text, note?.corrections ?? []),
    note,
    procedures: duty.procedures.map(({ ref, basis }) => {
      const { title, steps } = library.procedure(ref);
      return { label: `${title} (${String(steps.length)} ขั้น)`, path: procedurePath(ref), basis };
    }),
    tasks: duty.tasks.map(({ ref, basis }) => {
      const { number: mark, text, id } = library.task(ref);
      return { label: `ภารกิจ ${`${mark} ${text}`.trim()}`, path: taskPath(id), basis };
    }),
    standsIn,
    gap: duty.procedures.length > 0 || standsIn ? undefined : gapOf(duty.text),
  };
}

function standsInView(assigned: Assigned, library: Library): DutyView['standsIn'] {
  const { substitutes } = assigned.duty;
  if (!substitutes) return undefined;
  const rank = substitutes.rank === undefined ? '' : rankDigits(substitutes.rank, assigned.number);
  if (substitutes.person !== undefined) {
    const person = library.person(substitutes.person);
    return { label: person.fullName, path: personPath(person.id), rank };
  }
  const { office } = library.manual(assigned.order.manual);
  const post = office.actors.find(({ id }) => id === substitutes.actor);
  // The list of people has the posts that somebody stands in for now.
  const listed = postsWithStandIns(library).some(({ actor }) => actor === post);
  const path = post && listed ? postPath(office.id, post.id) : undefined;
  return { label: post?.title ?? '', path, rank };
}

/** "Other work" is no one job: it has no steps of its own, and no order lists what it is. */
function gapOf(text: string): string {
  return isOtherWork(text) ? 'งานตามที่ได้รับมอบหมาย ไม่มีรายการในคำสั่ง' : 'คู่มือไม่มีขั้นตอนของงานนี้';
}

export function isOtherWork(text: string): boolean {
  return /^งานอื่น\s*ๆ/.test(text);
}
