// A second drawing of the same → from the cache, without Mermaid.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, suite, test } from 'node:test';
import { cached, cacheUse } from '../../../src/chart/chart-cache.ts';
import { drawProcedure, drawProcedureFile, drawUse } from '../../../src/chart/draw-procedure.ts';
import { chartCase } from './chart-case.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'khumue-charts-'));
process.env['KHUMUE_CACHE'] = folder;
// What was made is written when the process ends.
const clear = (): void => {
  rmSync(folder, { recursive: true });
};

/** Values of numbers, made in a process of its own. @returns how many of them it found, and how many files the cache has then */
function inAnotherProcess(cache: string, numbers: number): { found: number; files: string[] } {
  const code = `
    import { cached, cacheUse } from './src/chart/chart-cache.ts';
    for (let i = 0; i < ${String(numbers)}; i++) {
      const value = await cached('number', i, () => String(i).repeat(50_000));
      if (value !== String(i).repeat(50_000)) throw new Error('another value');
    }
    console.log(cacheUse.found);`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '--eval', code],
    { encoding: 'utf8', env: { ...process.env, KHUMUE_CACHE: cache } },
  );
  assert.equal(stderr, '');
  const [version = ''] = readdirSync(path.join(cache, 'charts'));
  const files = readdirSync(path.join(cache, 'charts', version));
  return {
    found: Number(stdout),
    files: files.map((name) => path.join(cache, 'charts', version, name)),
  };
}

suite('the cache of drawn charts', () => {
  after(() => process.once('exit', clear));

  test('a chart that was drawn is not drawn again', async () => {
    const { procedure, office } = chartCase('one-decision');
    const first = await drawProcedure(procedure, office);
    const { drawn } = drawUse;
    assert.deepEqual(await drawProcedure(procedure, office), first);
    assert.equal(drawUse.drawn, drawn);
  });
  test('nor where others were drawn since', async () => {
    const { procedure, office } = chartCase('one-decision');
    const first = await drawProcedure(procedure, office);
    const [step, ...rest] = procedure.steps;
    assert.ok(step);
    for (let i = 0; i < 10; i += 1) {
      const steps = [{ ...step, text: `อื่น ${String(i)}` }, ...rest];
      await drawProcedure({ ...procedure, steps }, office);
    }
    const { made, found } = cacheUse;
    const { drawn } = drawUse;
    assert.deepEqual(await drawProcedure(procedure, office), first);
    assert.equal(drawUse.drawn, drawn);
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
  test('the page and the file are drawn together', async () => {
    for (const [name, first, second] of [
      ['two-decisions', drawProcedure, drawProcedureFile],
      ['three-actors', drawProcedureFile, drawProcedure],
    ] as const) {
      const { procedure, office } = chartCase(name);
      await first(procedure, office);
      const { drawn } = drawUse;
      await second(procedure, office);
      assert.equal(drawUse.drawn, drawn);
    }
  });
  test('what failed is not kept', async () => {
    const fails = (): never => {
      throw new Error('no');
    };
    await assert.rejects(cached('test', 1, fails));
    assert.equal(await cached('test', 1, () => 'made'), 'made');
  });
  test('what one process made another finds, in a few files; what is damaged is made again', () => {
    const other = path.join(folder, 'other');
    assert.equal(inAnotherProcess(other, 100).found, 0);
    const { found, files } = inAnotherProcess(other, 101);
    assert.equal(found, 100);
    // 9.5 MB in files of 4, and the one that was made last.
    assert.equal(files.length, 4);
    for (const file of files) truncateSync(file, 20);
    assert.equal(inAnotherProcess(other, 100).found, 0);
  });
  test('what other code made is taken away', () => {
    const other = path.join(folder, 'older');
    mkdirSync(path.join(other, 'charts/0123'), { recursive: true });
    inAnotherProcess(other, 1);
    assert.deepEqual(readdirSync(path.join(other, 'charts')).includes('0123'), false);
  });
});
