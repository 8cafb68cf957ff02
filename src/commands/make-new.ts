// Stage: command. The words behind `npm run new --`, an office's folders and a way to ask → a new entry in the content, and what to say of it.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent, type OfficeFiles } from '../authoring/check-content.ts';
import { readOffice, type OfficeFolders } from '../authoring/read-office.ts';
import { collectAnswers, type Answers, type Conversation } from '../import/answers.ts';
import {
  newManual,
  newOrder,
  newPerson,
  newProcedure,
  type NewEntry,
} from '../import/new-entry.ts';
import { newIds } from '../import/new-id.ts';
import { questions, type NewKind, type Project } from '../import/questions.ts';
import { DraftRefused, writeDraft } from '../import/write-draft.ts';
import { knownProject } from './known-project.ts';
import { findPlace, growSource, listPart, overlay, planEntry } from './plan-entry.ts';

const KINDS: Readonly<Record<NewKind, string>> = {
  manual: 'คู่มือ มีหน้าปกและต้นฉบับของตนเอง',
  procedure: 'งานที่มีขั้นตอน ในคู่มือที่มีอยู่',
  order: 'คำสั่งมอบหมายหน้าที่ ในคู่มือที่มีอยู่',
  person: 'บุคคล ที่คู่มือหรือคำสั่งเอ่ยชื่อ',
};
/**
 * Writes the entry, whole, or nothing.
 * @throws WrongAnswer or DraftRefused, in Thai, for what cannot be made.
 */
export async function makeNew(
  words: readonly string[],
  folders: OfficeFolders,
  conversation?: Conversation,
): Promise<string> {
  const { kind, options, append } = readArguments(words);
  const files = readOffice(folders);
  const { content } = checkContent(files);
  const broken = content.unread.find(
    (place) => place.type === 'manual' && options['manual']?.includes(place.id),
  );
  if (broken)
    throw new DraftRefused(`อ่าน manuals/${broken.id}/manual.mdx ไม่ได้ แก้ตามที่ npm run check บอกก่อน`);
  const known = knownProject(files.content);
  const answers = await collectAnswers(questions[kind], options, known, conversation);
  const entry = entryOf(kind, answers, known, files);
  const { after, notes } = await laidOver(
    entry,
    kind,
    answers,
    known,
    files,
    folders,
    append,
    conversation,
  );
  const left = planEntry(files, after);
  write(files, after, folders);
  const said = [
    `สร้าง ${entry.id} แล้ว`,
    ...entry.files.map((file) => `  ${path.posix.join(folders.content, file.path)}`),
    ...notes.map((note) => `  ${note}`),
    left.length === 0
      ? 'สิ่งที่เพิ่มผ่าน npm run check แล้ว ดูหน้าเว็บด้วย npm run dev'
      : `ยังต้องเติมหรือแก้ ${String(left.length)} ข้อ แล้วสั่ง npm run check`,
    ...left,
  ];
  return said.join('\n');
}

function entryOf(kind: NewKind, answers: Answers, known: Project, files: OfficeFiles): NewEntry {
  const newId = newIds(Math.random, known.ids);
  switch (kind) {
    case 'manual':
      return newManual(answers, known, newId);
    case 'procedure':
      return newProcedure(answers, newId);
    case 'person':
      return newPerson(answers, newId);
    case 'order': {
      const manual = answers.one('manual');
      const { content } = checkContent(files);
      const office = content.manuals.find(({ id }) => id === manual)?.data.office.ref ?? '';
      if (!known.offices.some(({ id }) => id === office))
        throw new DraftRefused(
          `คู่มือ ${manual} อ้างหน่วยงาน ${office} ซึ่งยังไม่มีหรืออ่านไม่ได้ แก้ตามที่ npm run check บอกก่อน`,
        );
      return newOrder(answers, known, office, newId);
    }
  }
}

/** The office with the entry in it, and what was done beside writing its files. */
async function laidOver(
  entry: NewEntry,
  kind: NewKind,
  answers: Answers,
  known: Project,
  files: OfficeFiles,
  folders: OfficeFolders,
  append: boolean,
  conversation: Conversation | undefined,
): Promise<{ after: OfficeFiles; notes: string[] }> {
  const after = overlay(files, entry, folders.content);
  if (kind === 'person') return { after, notes: [] };
  if (kind === 'manual') {
    const shown = path.posix.join(folders.seeds, `${entry.id}.txt`);
    if (files.seeds.some(({ id }) => id === entry.id))
      throw new DraftRefused(
        `มีต้นฉบับ ${shown} อยู่แล้ว ทำร่างจากต้นฉบับนั้นด้วย npm run import -- ${shown} หรือใช้ --id อื่น`,
      );
    const seed = { id: entry.id, shown, text: `${entry.sourceLines.join('\n')}\n` };
    return {
      after: { ...after, seeds: [...after.seeds, seed] },
      notes: [`${shown} ต้นฉบับ ตอนนี้มีแต่ชื่อคู่มือ`],
    };
  }
  const manual = answers.one('manual');
  const seed = known.manuals.find(({ id }) => id === manual)?.seed ?? '';
  const { place, whole } = findPlace(
    entry,
    { manual, seed, after: answers.maybe('after') },
    files,
    folders.content,
  );
  const listed = listPart(after, entry.id, manual, place);
  const where = `${place.chapter === undefined ? 'manual.mdx' : `sections/${place.chapter}.mdx`} เพิ่ม ${entry.id} ใน parts ${place.after === undefined ? 'เป็นส่วนแรก' : `ต่อจาก ${place.after}`}`;
  const question = `ต้นฉบับ seeds/${seed}.txt ยังไม่มีข้อความนี้ครบ พิมพ์ต่อท้ายต้นฉบับให้ด้วยหรือไม่ (y = พิมพ์ต่อท้าย, Enter = ไม่): `;
  const grows =
    !whole && (append || /^(?:y|yes|ใช่)$/i.test((await conversation?.ask(question))?.trim() ?? ''));
  if (!grows) return { after: listed, notes: [where] };
  if (answers.maybe('after') !== undefined)
    throw new DraftRefused('ข้อความที่ต่อท้ายต้นฉบับต้องอยู่ท้ายคู่มือ ใช้ --append โดยไม่มี --after');
  return {
    after: growSource(listed, seed, entry.sourceLines),
    notes: [where, `seeds/${seed}.txt เพิ่มท้ายแฟ้ม ${String(entry.sourceLines.length)} บรรทัด`],
  };
}

function write(before: OfficeFiles, after: OfficeFiles, folders: OfficeFolders): void {
  const old = [
    ...before.content.map((file) => ({ ...file, path: path.join(folders.content, file.path) })),
    ...before.seeds.map(({ id, text }) => ({ path: path.join(folders.seeds, `${id}.txt`), text })),
  ];
  const all = [
    ...after.content.map((file) => ({ ...file, path: path.join(folders.content, file.path) })),
    ...after.seeds.map(({ id, text }) => ({ path: path.join(folders.seeds, `${id}.txt`), text })),
  ];
  const known = new Map(old.map((file) => [file.path, file.text]));
  writeDraft(
    all.flatMap((file) => (known.has(file.path) ? [] : [{ path: file.path, content: file.text }])),
    all.flatMap((file) => {
      const text = known.get(file.path);
      return text === undefined || text === file.text
        ? []
        : [{ path: file.path, before: text, after: file.text }];
    }),
  );
}

/** @throws DraftRefused with the usage where the arguments are not of that form. */
function readArguments(words: readonly string[]): {
  kind: NewKind;
  options: Readonly<Record<string, readonly string[] | undefined>>;
  append: boolean;
} {
  const [wanted, ...rest] = words;
  const kind = (Object.keys(KINDS) as NewKind[]).find((known) => known === wanted);
  if (!kind) throw new DraftRefused(usage());
  const takesAppend = kind === 'procedure' || kind === 'order';
  try {
    const { values } = parseArgs({
      args: rest,
      options: {
        ...Object.fromEntries(
          questions[kind].map(
            ({ option }) => [option, { type: 'string', multiple: true }] as const,
          ),
        ),
        ...(takesAppend ? { append: { type: 'boolean' } as const } : {}),
      },
    });
    const { append, ...options } = values as Record<string, unknown>;
    return {
      kind,
      options: options as Record<string, readonly string[] | undefined>,
      append: append === true,
    };
  } catch {
    throw new DraftRefused(`อ่านตัวเลือกที่ใส่มาไม่ได้ ใช้รูป --ตัวเลือก=ค่า\n${usageOf(kind)}`);
  }
}

function usage(): string {
  return [
    'วิธีใช้: npm run new -- <ชนิด> [--ตัวเลือก=ค่า …] สิ่งที่ไม่ใส่จะถาม',
    ...Object.entries(KINDS).map(([kind, what]) => `  ${kind.padEnd(10)} ${what}`),
  ].join('\n');
}

function usageOf(kind: NewKind): string {
  return [
    `วิธีใช้: npm run new -- ${kind}`,
    ...questions[kind].map(
      ({ option, ask, many, optional }) =>
        `  --${option}=…  ${ask}${many ? ' (ใส่ได้หลายครั้ง)' : ''}${optional ? ' (ไม่ใส่ก็ได้)' : ''}`,
    ),
    ...(kind === 'procedure' || kind === 'order'
      ? ['  --append  พิมพ์ข้อความต่อท้ายต้นฉบับด้วย ถ้าต้นฉบับยังไม่มี']
      : []),
  ].join('\n');
}
