// Code that must not compile: each line below @ts-expect-error would let something slip that the model rules out.
// It is never run. tsc reads it with all the rest; wrong-code.test.ts makes sure that each error is really one.
/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access --
   what does not compile has no type */
import type { Basis, Link } from '../../../src/model/basis.ts';
import type { Content, Library, Part, Task } from '../../../src/model/library.ts';
import type { ManualData } from '../../../src/model/manual.ts';
import type { Duty, OrderData } from '../../../src/model/order.ts';
import type {
  Branch,
  Form,
  FormValue,
  ProcedureData,
  Step,
  Substep,
} from '../../../src/model/procedure.ts';
import type { SectionData, SectionKind, SectionOf } from '../../../src/model/section.ts';
import { problem } from '../../../src/authoring/problem.ts';
import type { Correction, Omission } from '../../../src/source/seed-notes.ts';
import type { Run } from '../../../src/source/reading.ts';

declare const library: Library;
declare const content: Content;
declare const step: Step;
declare const substep: Substep;
declare const part: Part;
declare const section: SectionData;
declare const run: Run;
declare const task: Task;
declare const order: OrderData;

// What is right compiles: without these the errors below could have any cause.
export const rightBranch: Branch = { to: 'end', when: 'ครบถ้วน', inferred: true };
export const rightStep: Step = { id: 'a', text: 'ทำ', substeps: [substep] };
export const rightLink: Link = { ref: 'loei-1', basis: 'stated' };
export const rightFee: FormValue = ['ไม่เสียค่าธรรมเนียม'];
export const rightChart: SectionOf<'chapter'>['chart'] = { heading: 'ผัง', captions: [] };
export const rightProblem = problem(
  'unknown-seed',
  { file: 'a', line: 1 },
  { seed: '0', nearest: undefined },
);

// @ts-expect-error a way that an editor added is `inferred: true`; one that the source states has no `inferred`
export const inferredFalse: Branch = { to: 'end', inferred: false };
// @ts-expect-error there are five kinds of step
export const strangeKind: Step = { id: 'a', text: 'ทำ', kind: 'loop' };
// @ts-expect-error a step without an id has no place for a run to hang on
export const namelessStep: Step = { text: 'ทำ' };
// @ts-expect-error a substep holds no substeps: numbering in the sources goes two levels deep
export const deepSubstep: Substep = { id: 'a', text: 'ทำ', substeps: [] };
// @ts-expect-error whom a step goes to may be several, so it is a list
export const oneRecipient: Step = { id: 'a', text: 'ทำ', to: 'head' };
// @ts-expect-error a link says how it is known
export const baselessLink: Link = { ref: 'loei-1' };
// @ts-expect-error there are three ways to know a link
export const guessed: Basis = 'guessed';
// @ts-expect-error a fee is written as its source writes it, with its unit
export const numericFee: FormValue = 20;
// @ts-expect-error every field of the official form has a value, if only `not-stated`
export const shortForm: Form = { fee: 'none' };
// @ts-expect-error there are nine kinds of section
export const strangeSection: SectionKind = 'appendix';
// @ts-expect-error a cover has lines and no title
export const coverTitle: SectionOf<'cover'> = { kind: 'cover', lines: ['ก'], title: 'ข' };
// @ts-expect-error only some sections have a title: narrow by `kind` first
export const anyTitle: string = section.title;
// @ts-expect-error a procedure has an audience
export const forNobody: ProcedureData['audience'] = 'nobody';
// @ts-expect-error a title says whether the source states it
export const bareTitle: ManualData['title'] = 'คู่มือ';
// @ts-expect-error a duty's text may not be missing
export const silentDuty: Duty = { id: 'a', procedures: [], tasks: [] };
// @ts-expect-error the library is read, not written
library.manuals.push();
// @ts-expect-error nor is a task of it
task.text = 'อื่น';
// @ts-expect-error nor is the content that it is made from
content.manuals[0] = undefined;
// @ts-expect-error a look-up takes an id, and there is none without one
library.procedure();
// @ts-expect-error a look-up throws where nothing is found: its result is never compared with undefined
export const perhaps: undefined = library.manual('x');
// @ts-expect-error a part is a chapter only after its type was asked
export const below = part.parts;
// @ts-expect-error a step may have no substeps
export const many: number = step.substeps.length;
// @ts-expect-error a list may be empty
export const firstDuty: string = order.assignments[0].name;
// @ts-expect-error only a corrected run has a correction
export const why: string = run.correction.reason;
// @ts-expect-error a correction has a reason
export const baseless: Correction = {
  seed: '0',
  line: 1,
  printed: 'ก',
  read: 'ข',
  kind: 'word',
  certainty: 'certain',
};
// @ts-expect-error an omission is a text on a line or a pattern, not half of each
export const half: Omission = { seed: '0', line: 1, reason: 'เลขหน้า' };
// @ts-expect-error there is a table of kinds of problem
problem('typo', { file: 'a', line: 1 }, {});
// @ts-expect-error a problem of a kind is given what its messages need
problem('unknown-seed', { file: 'a', line: 1 }, { seed: '0' });
// @ts-expect-error a problem stands on a line of its file
problem('seed-without-manual', { file: 'a' }, {});
