// Stage: command. `npm run slips -- <manual>`: a manual's source → proposals for corrections.yaml, as YAML on the screen.
import { checkContent } from '../authoring/check-content.ts';
import { officeFolders, readOffice, readSeeds } from '../authoring/read-office.ts';
import { yamlNotes } from '../import/draft-file.ts';
import { findSlips, type Proposal } from '../import/slips.ts';

const files = readOffice(officeFolders());
const { content, corrections } = checkContent(files);
const [wanted, ...more] = process.argv.slice(2);
const manual = content.manuals.find(({ id }) => id === wanted);
const seed = files.seeds.find(({ id }) => id === manual?.data.seed);
if (!manual || more.length > 0) {
  const known = content.manuals.map(({ id }) => id).join(' ');
  console.error(
    `${wanted === undefined || more.length > 0 ? 'วิธีใช้: npm run slips -- <คู่มือ>' : `ไม่มีคู่มือ ${wanted}`} ใช้ได้: ${known}`,
  );
  process.exitCode = 1;
} else if (!seed) {
  console.error(`ไม่มีแฟ้ม seeds/${manual.data.seed}.txt ของคู่มือ ${manual.id} นำต้นฉบับมาไว้ก่อน`);
  process.exitCode = 1;
} else {
  const lines = seed.text.split(/\r?\n/);
  const known = corrections.filter((note) => note.seed === seed.id);
  // An office kept elsewhere may have one page: how such texts speak is learnt from the project's own sources as well.
  const texts = [...files.seeds, ...readSeeds(officeFolders({}))].map(({ text }) => text);
  const proposals = findSlips(seed.text, [...new Set(texts)]).filter(
    (proposal) => !known.some((note) => overlaps(note, proposal, lines[proposal.line - 1] ?? '')),
  );
  console.log(
    [
      `# คำที่น่าจะพิมพ์ผิดใน ${seed.shown} ${String(proposals.length)} แห่ง (ไม่รวมที่อยู่ใน corrections.yaml แล้ว)`,
      '# เครื่องเสนอจากคำใกล้เคียงเท่านั้น อ่านต้นฉบับก่อนทุกข้อ ข้อที่ผิดจริง ย้ายไป seeds/corrections.yaml และแก้ reason ให้บอกเหตุผลของท่าน',
      ...proposals.map((proposal) => {
        const line = lines[proposal.line - 1] ?? '';
        return `\n# ${seed.shown}:${String(proposal.line)} …${around(line, proposal)}…\n${yamlNotes([{ seed: seed.id, ...proposal }])}`.trimEnd();
      }),
    ].join('\n'),
  );
}

interface Noted {
  readonly line: number;
  readonly printed: string;
  readonly occurrence?: number | undefined;
}

function placeOf({ printed, occurrence = 1 }: Noted, line: string): number {
  let at = line.indexOf(printed);
  for (let i = 1; i < occurrence; i++) at = line.indexOf(printed, at + 1);
  return at;
}

function overlaps(note: Noted, proposal: Noted, line: string): boolean {
  if (note.line !== proposal.line) return false;
  const [a, b] = [placeOf(note, line), placeOf(proposal, line)];
  return a < b + proposal.printed.length && b < a + note.printed.length;
}

function around(line: string, proposal: Proposal): string {
  const at = placeOf(proposal, line);
  return line.slice(Math.max(0, at - 20), at + proposal.printed.length + 20).trim();
}
