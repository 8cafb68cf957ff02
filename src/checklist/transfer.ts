// Stage: checklist, shared by build and browser. Runs → a file's text; a file's text → runs and what bringing them in would do, or why not.
import { flowOf } from './flow.ts';
import { removedItems } from './actions.ts';
import { fieldWords } from './field-words.ts';
import { merge, same, type Item, type Run, type Time } from './run.ts';
import { runShape } from './run-shape.ts';
import { misfit, type Shape } from './shape.ts';
import { keyOf } from './store.ts';
import { dateWords } from './words.ts';

export const FORMAT = 'khumue-runs';
/** A file that `toFile` writes. */
export const fileShape: Shape = {
  format: FORMAT,
  version: 1,
  exported: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  runs: [runShape],
};

/** Longest file that is read, in UTF-16 units: some thousand runs. */
export const LONGEST_FILE = 20_000_000;

export function toFile(runs: readonly Run[], now: Time): string {
  return `${JSON.stringify({ format: FORMAT, version: 1, exported: now, runs }, undefined, 1)}\n`;
}

export type FileRead = { readonly runs: readonly Run[] } | { readonly refused: string };

/** All of a file or nothing of it: half a file brought in would look like a whole one. */
export function readFile(text: string, now: Time): FileRead {
  if (text.length > LONGEST_FILE) return { refused: 'ไฟล์ใหญ่เกินกว่าที่หน้านี้เขียนออกมาได้' };
  if (text.trim() === '') return { refused: 'ไฟล์ว่าง ไม่มีข้อมูล' };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { refused: 'ไฟล์เสียหายหรือไม่ใช่ไฟล์ JSON อ่านไม่ได้' };
  }
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format !== FORMAT) return { refused: 'ไม่ใช่ไฟล์รอบงานของเว็บนี้' };
  if (typeof version === 'number' && version > 1)
    return { refused: 'ไฟล์นี้บันทึกด้วยเว็บรุ่นใหม่กว่า เปิดหน้านี้ใหม่แล้วลองอีกครั้ง' };
  const wrong = misfit(value, fileShape);
  if (wrong !== undefined)
    return { refused: `ข้อมูลในไฟล์ไม่ครบหรือถูกแก้จนใช้ไม่ได้ (ที่ ${wrong.slice(1)})` };
  const { runs } = value as { runs: Run[] };
  for (const run of runs) {
    const broken = inconsistent(run);
    if (broken !== undefined)
      return { refused: `ข้อมูลของรอบงาน “${run.label}” ขัดกันเอง (ที่ ${broken})` };
    // A clock set to the Buddhist year is common and fine; one set so far off would win every merge.
    if (Object.values(run.at).some((time) => Date.parse(time) > Date.parse(now) + 6e13))
      return { refused: `เวลาในรอบงาน “${run.label}” อยู่ไกลในอนาคตเกินจริง` };
  }
  return { runs };
}

/** What a shape cannot say: a step stands once, below a step that stands above it; times are days that exist. */
function inconsistent(run: Run): string | undefined {
  for (const { items } of [run.snapshot, ...Object.values(run.past)]) {
    const ids = new Set<string | undefined>([undefined]);
    for (const item of items) {
      if (ids.has(item.id) || !ids.has(item.in)) return item.id;
      ids.add(item.id);
    }
  }
  return Object.keys(run.at).find((field) => Number.isNaN(Date.parse(run.at[field] ?? '')));
}

export interface Plan {
  /** The run as it will be. */
  readonly run: Run;
  readonly kind: 'new' | 'same' | 'joined';
  /** What the file changes in a run that is here, in words. */
  readonly changes: readonly string[];
}

/** What bringing the runs in does; a run that stands twice in the file is one. */
export function planImport(runs: readonly Run[], here: readonly Run[]): Plan[] {
  const existing = new Map(here.map((run) => [keyOf(run), run]));
  const incoming = new Map<string, Run>();
  for (const run of runs) {
    const twin = incoming.get(keyOf(run));
    incoming.set(keyOf(run), twin ? merge(twin, run) : run);
  }
  return [...incoming].map(([key, run]) => {
    const own = existing.get(key);
    if (!own) return { run, kind: 'new', changes: [] };
    const joined = merge(own, run);
    if (same(own, joined)) return { run: own, kind: 'same', changes: [] };
    const fields = Object.keys(joined.at).filter((field) => joined.at[field] !== own.at[field]);
    const changes = fields.map((field) => fieldWords(joined, field));
    return { run: joined, kind: 'joined', changes: [...new Set(changes)] };
  });
}

const COLUMNS = [
  'รอบงาน',
  'งาน',
  'ฉบับของคู่มือ',
  'เริ่มเมื่อ',
  'จบเมื่อ',
  'ขั้น',
  'ข้อความ',
  'ผู้ปฏิบัติ',
  'สถานะ',
  'ทำเมื่อ',
  'เหตุผลที่ไม่เกี่ยวข้อง',
  'บันทึก',
];

/** A row a step; with a byte order mark, by which Excel knows that it is UTF-8. */
export function toCsv(runs: readonly Run[]): string {
  const rows = [COLUMNS, ...runs.flatMap(rowsOf)];
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function rowsOf(run: Run): string[][] {
  const { items, rev } = run.snapshot;
  const flow = flowOf(items, run);
  const when = (time: Time | undefined): string => (time ? dateWords(time, true) : '');
  const row = (item: Item, state: string): string[] => [
    run.label,
    run.title,
    rev.slice(0, 8),
    when(run.started),
    when(run.finished),
    item.no,
    item.text,
    item.actor ?? '',
    state,
    when(run.done[item.id]),
    run.skipped[item.id] ?? '',
    run.notes[item.id] ?? '',
  ];
  const state = ({ id }: Item): string => {
    if (flow.done.includes(id)) return 'ทำแล้ว';
    if (flow.part.includes(id)) return 'ทำบางขั้นย่อย';
    if (flow.skipped.includes(id)) return 'ไม่เกี่ยวข้อง';
    return flow.hidden.includes(id) ? 'อยู่ในทางที่ไม่ได้เลือก' : 'ยังไม่ทำ';
  };
  return [
    ...items.map((item) => row(item, state(item))),
    ...removedItems(run).map((item) =>
      row(item, run.done[item.id] ? 'ทำแล้ว (คู่มือตัดขั้นนี้ออกแล้ว)' : 'คู่มือตัดขั้นนี้ออกแล้ว'),
    ),
  ];
}

/** Quoted; a text that a spreadsheet would take for a formula begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
