// The invented office of tests/fixtures/office, which shows what the five sources cannot, passes every check.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';

const ROOT = join(import.meta.dirname, '../../..');

test('the invented office has no problem, and has the branches that the sources lack', () => {
  const folders = officeFolders({ KHUMUE_OFFICE: 'tests/fixtures/office' });
  const { problems, content } = checkContent(readOffice(folders, ROOT));
  assert.deepEqual(problems.map(formatProblem), []);
  const steps = content.procedures.flatMap(({ data }) => data.steps);
  assert.ok(steps.some(({ next }) => next && next.length > 1));
  assert.ok(steps.some(({ next }) => next?.some(({ inferred }) => inferred)));
});
