// What manuals hold, counted in words; what there is none of, not spoken of; what is all alike, said once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeDoors, publicProcedures } from '../../../src/components/home-doors.ts';
import { fieldGroups } from '../../../src/components/keeper-view.ts';
import { manualCounts } from '../../../src/components/manual-view.ts';
import { hasOnlyProcedures } from '../../../src/components/part-title.ts';
import { templateScores } from '../../../src/model/template-score.ts';
import { FIXTURE_OFFICE, officeLibrary } from '../chart/office-library.ts';

const library = officeLibrary(FIXTURE_OFFICE);
const { manuals } = library;

test('two manuals of one office are counted together, each kind of thing once', () => {
  const counted = manualCounts(...manuals).map((words) => words.split(' '));
  const kinds = counted.map(([, kind]) => kind);
  assert.equal(new Set(kinds).size, kinds.length);
  const procedures = manuals.flatMap((manual) => manual.procedures);
  assert.ok(manuals.length > 1);
  assert.deepEqual(counted[0], [String(procedures.length), 'งานที่มีขั้นตอน']);
});

test('a procedure that answers nothing of the form says so in two words, another names its fields', () => {
  const scores = manuals.flatMap(templateScores);
  const groups = (id: string): Record<string, string> =>
    Object.fromEntries(
      fieldGroups(scores.find(({ procedure }) => procedure.id === id) ?? assert.fail(id)).map(
        ({ label, text }) => [label, text],
      ),
    );
  assert.deepEqual(groups('line'), { ไม่ระบุ: 'ทุกช่อง' });
  assert.equal(groups('two-actors')['ไม่ระบุ'], 'ขอบเขต');
  assert.match(groups('one-decision')['ไม่ระบุ'] ?? '', / · /);
});

test('the home page names only the ways to people that it has', () => {
  const lead = (of: Partial<typeof library>): string | undefined =>
    homeDoors({ ...library, ...of }).find(({ title }) => title === 'ใครทำอะไร')?.lead;
  assert.equal(lead({}), 'หาจากชื่อ จากหน้าที่ในคำสั่ง จากภารกิจ หรือจากหน่วยงาน');
  assert.equal(lead({ people: [], orders: [], tasks: [] }), 'หาจากหน่วยงาน');
});

test('an office with nothing for the public has no door for them', () => {
  const titles = (procedures: typeof library.procedures): string[] =>
    homeDoors({ ...library, procedures }).map(({ title }) => title);
  assert.ok(titles(library.procedures).includes('ประชาชน'));
  const forStaff = library.procedures.filter(({ audience }) => audience === 'staff');
  assert.deepEqual(titles(forStaff), ['เจ้าหน้าที่ใหม่', 'ใครทำอะไร']);
});

test('where the public has more than its door names, the door leads to all of it', () => {
  const all = publicProcedures(library);
  const links = (
    procedures: typeof library.procedures,
  ): readonly { label: string; path: string }[] =>
    homeDoors({ ...library, procedures }).find(({ title }) => title === 'ประชาชน')?.links ?? [];
  assert.ok(all.length > 3);
  assert.deepEqual(links(library.procedures).slice(3), [
    { label: `เรื่องสำหรับประชาชนทั้งหมด ${String(all.length)} เรื่อง`, path: '/manuals/#public' },
  ]);
  assert.equal(links(all.slice(0, 3)).length, 3);
});

test('a manual of procedures and a title page lists them once, one with more to read in their places', () => {
  const parts = manuals.flatMap((manual) => manual.parts);
  const few = parts.filter(
    (part) =>
      part.type === 'procedure' || (part.type === 'section' && part.section.data.kind === 'cover'),
  );
  assert.ok(few.length > 2 && few.length < parts.length);
  assert.equal(hasOnlyProcedures(few), true);
  assert.equal(hasOnlyProcedures(parts), false);
});
