// Stage: import. A manual's lines and the offices that are known → the office and unit it belongs to.
import type { OfficeData } from '../model/office.ts';
import { compact } from '../source/align.ts';
import { finding, type Finding } from './finding.ts';
import type { NewId } from './new-id.ts';
import type { Words } from './part.ts';

export interface KnownOffice {
  readonly id: string;
  readonly data: OfficeData;
}
export interface DraftOffice {
  readonly id: string;
  readonly basis: 'stated' | 'editor';
  readonly unit?: string;
  /** The office's file, where there was none. */
  readonly data?: OfficeData;
  readonly findings: readonly Finding[];
}

const NUMBER = '(?:\\s*เขต\\s*(?:[0-9]{1,2}|[๐-๙]{1,2}))';
const NAMES = [
  new RegExp(`สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)[ก-๎]{2,30}${NUMBER}`, 'gu'),
  /สำนักงานเขตพื้นที่การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)[ก-๎]{2,24}$/gu,
  /สำนักงานศึกษาธิการจังหวัด[ก-๎]{2,20}$/gu,
  /สำนักงานศึกษาธิการภาค\s*(?:[0-9]{1,2}|[๐-๙]{1,2})/gu,
];
const UNIT = /^กลุ่ม(?:งาน)?(?!เป้าหมาย|จังหวัด)[ก-๎]{4,40}(?=\s|$)/u;

/** The name that stands most often wins; on a tie, the first. */
function officeName(lines: readonly Words[]): { name: string; line: number } | undefined {
  const found = new Map<string, { name: string; line: number; count: number }>();
  for (const { text, line } of lines)
    for (const pattern of NAMES)
      for (const [name] of text.matchAll(pattern)) {
        const known = found.get(compact(name));
        found.set(
          compact(name),
          known ? { ...known, count: known.count + 1 } : { name, line, count: 1 },
        );
      }
  return [...found.values()].toSorted((a, b) => b.count - a.count || a.line - b.line)[0];
}

const SHORT: readonly (readonly [string, string, OfficeData['kind']])[] = [
  ['สำนักงานเขตพื้นที่การศึกษาประถมศึกษา', 'สพป.', 'area'],
  ['สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา', 'สพม.', 'area'],
  ['สำนักงานศึกษาธิการจังหวัด', 'ศธจ.', 'provincial'],
  ['สำนักงานศึกษาธิการภาค', 'ศธภ.', 'regional'],
];

/** `chosen`: the id that the author gave. */
export function draftOffice(
  lines: readonly Words[],
  cover: readonly Words[],
  known: readonly KnownOffice[],
  newId: NewId,
  chosen?: string,
): DraftOffice {
  const found = officeName(lines);
  const unit = cover.flatMap(({ text, line }) => {
    const name = UNIT.exec(text)?.[0];
    return name === undefined ? [] : [{ name, line }];
  })[0];
  const same = known.find(({ id, data }) =>
    chosen === undefined
      ? found !== undefined && compact(data.name) === compact(found.name)
      : id === chosen,
  );
  if (same) {
    const unitId =
      unit && same.data.units.find(({ name }) => compact(name) === compact(unit.name))?.id;
    const stated = found !== undefined && compact(same.data.name) === compact(found.name);
    return {
      id: same.id,
      basis: stated ? 'stated' : 'editor',
      ...(unitId === undefined ? {} : { unit: unitId }),
      findings: [],
    };
  }
  const id = chosen ?? newId();
  const units = unit ? [{ id: newId(), name: unit.name, basis: 'stated' as const }] : [];
  const [form, short, kind] = SHORT.find(([prefix]) => found?.name.startsWith(prefix)) ?? [
    '',
    '',
    'area' as const,
  ];
  const data: OfficeData = {
    name: found?.name ?? 'สำนักงาน (ต้นฉบับไม่ระบุชื่อ)',
    short: found ? short + found.name.slice(form.length) : 'สำนักงาน (ไม่ระบุชื่อ)',
    kind,
    basis: found ? 'stated' : 'editor',
    units,
    actors: [],
  };
  return {
    id,
    basis: found ? 'stated' : 'editor',
    ...(units[0] ? { unit: units[0].id } : {}),
    data,
    findings: [
      found
        ? finding('office-kind', found.line, { name: found.name })
        : finding('no-office', 0, {}),
    ],
  };
}
