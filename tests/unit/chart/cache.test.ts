// A second drawing of the same → from the cache, without Mermaid.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { cached, cacheUse } from '../../../src/chart/chart-cache.ts';
import { drawProcedure } from '../../../src/chart/draw-procedure.ts';
import { chartCase } from './chart-case.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-charts-'));
process.env['KHUMUE_CACHE'] = folder;

suite('the cache of drawn charts', () => {
  after(() => rmSync(folder, { recursive: true }));

  test('a chart that was drawn is not drawn again', async () => {
    const { procedure, office } = chartCase('one-decision');
    const first = await drawProcedure(procedure, office);
    const { made, found } = cacheUse;
    assert.deepEqual(await drawProcedure(procedure, office), first);
    assert.equal(cacheUse.made, made);
    assert.equal(cacheUse.found, found + 1);
  });
  test('a changed word is drawn anew', async () => {
    const { procedure, office } = chartCase('one-decision');
    const { made } = cacheUse;
    const [first, ...rest] = procedure.steps;
    assert.ok(first);
    const changed = { ...procedure, steps: [{ ...first, text: 'อื่น' }, ...rest] };
    assert.match((await drawProcedure(changed, office)).spine, /อื่น/);
    assert.equal(cacheUse.made, made + 1);
  });
  test('what failed is not kept', async () => {
    const fails = (): never => {
      throw new Error('no');
    };
    await assert.rejects(cached('test', 1, fails));
    assert.equal(await cached('test', 1, () => 'made'), 'made');
  });
  test('everything lies in one folder, named after the version of the code', () => {
    assert.equal(readdirSync(path.join(folder, 'charts')).length, 1);
  });
});
