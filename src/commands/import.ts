// Stage: command. `npm run import -- <file>`: a manual's file → a draft of content, its seed, and a report of doubts.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../authoring/check-content.ts';
import { officeFolders, readOffice } from '../authoring/read-office.ts';
import { makeDraft } from '../import/draft.ts';
import { yamlNotes } from '../import/draft-file.ts';
import { formatFinding } from '../import/finding.ts';
import { manualText, UnreadableManual } from '../import/manual-text.ts';
import { newIds } from '../import/new-id.ts';
import { countLine, reportText } from '../import/report.ts';
import { DraftRefused, withEntries, writeDraft } from '../import/write-draft.ts';
import { Id, SeedId } from '../model/id.ts';
import { knownProject } from './known-project.ts';

const USAGE = `วิธีใช้: npm run import -- <แฟ้ม> [--id รหัสคู่มือ] [--seed ชื่อต้นฉบับ] [--office รหัสหน่วยงาน]
  แฟ้ม       .txt .md .docx หรือ .pdf ที่มีชั้นข้อความ
  --id       ชื่อโฟลเดอร์ของคู่มือ ใช้ a-z 0-9 และขีด เช่น loei-1-plans
  --seed     ชื่อแฟ้มใน seeds/ ไม่รวม .txt ไม่ระบุใช้ชื่อแฟ้มเดิม
  --office   รหัสหน่วยงานที่มีอยู่ เช่น loei-1 ไม่ระบุให้หาจากต้นฉบับ`;

try {
  await importManual();
} catch (error) {
  if (!(error instanceof DraftRefused) && !(error instanceof UnreadableManual)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function importManual(): Promise<void> {
  const { file, id: givenId, seed: givenSeed, office } = readArguments();
  if (!existsSync(file)) throw new DraftRefused(`ไม่พบแฟ้ม ${file} ตรวจชื่อและโฟลเดอร์`);
  if (!statSync(file).isFile())
    throw new DraftRefused(`${file} เป็นโฟลเดอร์ ระบุแฟ้มของคู่มือทีละแฟ้ม\n${USAGE}`);
  const folders = officeFolders();
  const files = readOffice(folders);
  const known = knownProject(files.content);
  const {
    text,
    seed: bytes,
    findings: reading,
  } = await manualText(file, readFileSync(file)).catch((error: unknown) => {
    if (error instanceof UnreadableManual)
      throw new UnreadableManual(`${file}: ${error.message}`, { cause: error });
    throw error;
  });

  const stem = path.basename(file).replace(/\.[^.]*$/, '');
  const id = givenId ?? idFrom(stem) ?? newIds(Math.random, known.ids)();
  const seed = givenSeed ?? (SeedId.safeParse(stem).success ? stem : id);
  const user = known.manuals.find((manual) => manual.seed === seed);
  if (user) throw new DraftRefused(`ต้นฉบับ ${seed} มีคู่มือ ${user.id} แล้ว ใช้ชื่ออื่นด้วย --seed`);
  if (office !== undefined && !known.offices.some((other) => other.id === office))
    throw new DraftRefused(
      `ไม่มีหน่วยงาน ${office} ใช้ได้: ${known.offices.map((other) => other.id).join(', ')}`,
    );

  const draft = makeDraft({
    manual: id,
    seed,
    text,
    known,
    random: Math.random,
    ...(office === undefined ? {} : { office }),
  });
  const findings = [...reading, ...draft.findings].toSorted((a, b) => a.line - b.line);
  const seedFile = path.posix.join(folders.seeds, `${seed}.txt`);
  const manualFolder = path.posix.join(folders.content, 'manuals', id);
  const reportFile = path.posix.join(folders.seeds, `${seed}.import.md`);
  const inPlace = path.resolve(file) === path.resolve(seedFile);
  writeDraft(
    [
      ...(inPlace ? [] : [{ path: seedFile, content: bytes }]),
      ...draft.files.map((one) => ({
        path: path.posix.join(folders.content, one.path),
        content: one.text,
      })),
      { path: reportFile, content: reportText(draft, findings, seedFile, manualFolder) },
    ],
    [
      ...withEntries(
        path.posix.join(folders.seeds, 'corrections.yaml'),
        draft.corrections,
        yamlNotes,
      ),
      ...withEntries(path.posix.join(folders.seeds, 'omissions.yaml'), draft.omissions, yamlNotes),
    ],
    [manualFolder],
  );

  for (const doubt of findings) console.log(formatFinding(doubt, seedFile));
  const { problems } = checkContent(readOffice(folders));
  console.log(
    [
      '',
      `เขียนร่างแล้วที่ ${manualFolder}`,
      countLine(draft),
      `สิ่งที่ต้องตรวจ ${String(findings.length)} ข้อ อยู่ใน ${reportFile} และเป็นหมายเหตุในแฟ้มของร่าง`,
      problems.length === 0
        ? 'npm run check ไม่พบปัญหา ดูร่างด้วย npm run dev'
        : `npm run check พบปัญหา ${String(problems.length)} ข้อ สั่งเพื่อดูรายการแล้วแก้ทีละข้อ`,
    ].join('\n'),
  );
}

interface Arguments {
  readonly file: string;
  readonly id: string | undefined;
  readonly seed: string | undefined;
  readonly office: string | undefined;
}

/** @throws DraftRefused with the usage where the arguments are not of that form. */
function readArguments(): Arguments {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { id: { type: 'string' }, seed: { type: 'string' }, office: { type: 'string' } },
    });
  } catch {
    throw new DraftRefused(`ไม่รู้จักตัวเลือกที่ใส่มา\n${USAGE}`);
  }
  const [file, ...more] = parsed.positionals;
  const { id, seed, office } = parsed.values;
  if (file === undefined || more.length > 0) throw new DraftRefused(USAGE);
  if (id !== undefined && !Id.safeParse(id).success)
    throw new DraftRefused(`--id ${id} ใช้ไม่ได้ ใช้ a-z 0-9 และขีด ขึ้นต้นด้วยตัวอักษร`);
  if (seed !== undefined && !SeedId.safeParse(seed).success)
    throw new DraftRefused(`--seed ${seed} ใช้ไม่ได้ ใช้ A-Z a-z 0-9 ขีด และขีดล่าง`);
  return { file, id, seed, office };
}

/** A file's name as an id, where it has the letters for one. */
function idFrom(stem: string): string | undefined {
  const id = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[0-9-]+|-+$/g, '');
  return Id.safeParse(id).success && id.length > 1 ? id : undefined;
}
