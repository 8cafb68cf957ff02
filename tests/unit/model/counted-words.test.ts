// What manuals hold, counted in words; what a procedure leaves open, said once where it is all of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldGroups } from '../../../src/components/keeper-view.ts';
import { manualCounts } from '../../../src/components/manual-view.ts';
import { templateScores } from '../../../src/model/template-score.ts';
import { FIXTURE_OFFICE, officeLibrary } from '../chart/office-library.ts';

const { manuals } = officeLibrary(FIXTURE_OFFICE);

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
