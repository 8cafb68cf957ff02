// Site tests: a run that began with an older manual.
import { expect, test } from '@playwright/test';
import { revisionOf } from '../../src/checklist/revision.ts';
import { Published } from '../../src/model/published.ts';
import { attribute, elements, pagePaths, readBuilt } from './built-site.ts';
import { beginTicked, box, boxes, press, rewrite, where } from './checklist-page.ts';

test('when the manual changed, the reader sees what, and moves over or stays; no tick is lost', async ({
  page,
}) => {
  await beginTicked(page);
  await box(page, '3').check();
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');
  const time = '2025-01-13T03:00:00.000Z';
  await rewrite(page, (run) => {
    const [first, ...rest] = run.snapshot.items;
    const old = { id: 'gone1', no: '1ก', text: 'ลงทะเบียนในสมุดรับ' };
    const items = [
      { ...first, text: 'นำระบบคอมพิวเตอร์มาใช้ในการรับ-ส่งหนังสือราชการ' },
      old,
      ...rest.slice(0, -1),
    ];
    return {
      ...run,
      snapshot: { rev: 'a'.repeat(64), items },
      done: { ...run.done, gone1: time },
      notes: { gone1: 'เล่มที่ ๒' },
      at: { ...run.at, 'done.gone1': time, 'notes.gone1': time },
    };
  });
  await page.reload();
  const said = page.locator('.run-said');
  await expect(said).toContainText('คู่มือเปลี่ยนไปหลังจากเริ่มรอบงานนี้: เพิ่ม 1 ขั้น เปลี่ยน 1 ขั้น ตัดออก 1 ขั้น');
  await expect(page.locator('#step-list')).toContainText('ลงทะเบียนในสมุดรับ');
  await expect(where(page)).toHaveText('ทำแล้ว 3 จาก 9 ข้อ');

  await press(page, 'ดูสิ่งที่เปลี่ยน');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('ins').filter({ hasText: 'เทคโนโลยี' })).toHaveCount(1);
  await expect(dialog.locator('del').filter({ hasText: 'คอมพิวเตอร์' })).toHaveCount(1);
  await expect(dialog.locator('del').filter({ hasText: 'ลงทะเบียนในสมุดรับ' })).toHaveCount(1);
  await press(page, 'ทำตามฉบับเดิมต่อ');
  await page.reload();
  await expect(page.locator('#step-list')).toContainText('ลงทะเบียนในสมุดรับ');
  await expect(said).toBeEmpty();

  await page.getByRole('button', { name: 'ดูสิ่งที่คู่มือเปลี่ยน' }).click();
  await press(page, 'ย้ายไปใช้ฉบับใหม่');
  await expect(page.locator('#step-list')).not.toContainText('ลงทะเบียนในสมุดรับ');
  await expect(page.locator('.removed-steps')).toContainText('ลงทะเบียนในสมุดรับ');
  await expect(page.locator('.removed-steps')).toContainText(
    'ทำเมื่อ 13 ม.ค. 2568 10:00 · บันทึก เล่มที่ ๒',
  );
  await expect(where(page)).toHaveText('ทำแล้ว 2 จาก 9 ข้อ');
  await expect(boxes(page).first()).toBeChecked();
  await expect(box(page, '3')).toBeChecked();
  await page.reload();
  await expect(page.locator('.removed-steps')).toContainText('เล่มที่ ๒');
});

test('of a step that changed in something other than its text, the older manual’s line is shown', async ({
  page,
}) => {
  await beginTicked(page);
  await rewrite(page, (run) => ({
    ...run,
    snapshot: {
      rev: 'a'.repeat(64),
      items: run.snapshot.items.map((item, i) => (i === 0 ? { ...item, actor: 'ผู้ทำคนเดิม' } : item)),
    },
  }));
  await page.reload();
  await expect(page.locator('.run-said')).toContainText('เปลี่ยน 1 ขั้น');
  const lines = page.locator('#step-list > li');
  // What is being written at a step of the one list does not go with it.
  await page.locator('[data-act="step"]').first().click();
  await page.getByLabel('บันทึกของขั้นนี้').fill('ขอเอกสารเพิ่ม');
  await page.getByRole('button', { name: 'ดูสิ่งที่คู่มือเปลี่ยน' }).click();
  await press(page, 'ย้ายไปใช้ฉบับใหม่');
  await expect(page.locator('.run-said')).toContainText('ยังไม่ได้กดบันทึก');
  await expect(page.getByLabel('บันทึกของขั้นนี้')).toHaveValue('ขอเอกสารเพิ่ม');
  await expect(lines.first()).toContainText('ผู้ทำคนเดิม');
  await expect(lines.first()).toContainText('ตามคู่มือฉบับเดิม');
  await expect(lines.nth(1)).not.toContainText('ตามคู่มือฉบับเดิม');
  await expect(boxes(page).first()).toBeChecked();
});

test('each page carries its procedure’s revision and its steps word for word', () => {
  const data = Published.parse(JSON.parse(readBuilt('/data/manuals.json')));
  const revisions = JSON.parse(readBuilt('/data/revisions.json')) as Record<string, string>;
  expect(Object.keys(revisions)).toHaveLength(data.procedures.length);
  for (const procedure of data.procedures) {
    const all = elements(readBuilt(procedure.url.replace(/^.*\/manuals\//, '/manuals/')));
    const host = all.find(({ tagName }) => tagName === 'check-list');
    const ref = `${procedure.manual}/${procedure.id}`;
    expect(attribute(host, 'data-procedure')).toBe(ref);
    expect(attribute(host, 'data-revision')).toBe(revisions[ref]);
    const steps = procedure.steps.map((step) =>
      published(
        step,
        step.substeps.map((sub) => published(sub)),
      ),
    );
    expect(revisionOf(steps), ref).toBe(revisions[ref]);
    const ids = procedure.steps.flatMap((step) => [step.id, ...step.substeps.map(({ id }) => id)]);
    expect(
      all.flatMap((element) =>
        attribute(element, 'class') === 'tick' ? [attribute(element, 'data-step')] : [],
      ),
    ).toEqual(ids);
  }
  expect(pagePaths()).toContain('/my/');
});

type PublishedStep = Published['procedures'][number]['steps'][number]['substeps'][number];
type ModelStep = Parameters<typeof revisionOf>[0][number];

/** A step as other programs read it → as the model has it: nothing for null and for empty lists. */
function published(
  { id, text, actor, to, kind, next }: PublishedStep,
  substeps: ModelStep[] = [],
): ModelStep {
  return {
    id,
    text,
    ...(actor === null ? {} : { actor }),
    ...(to.length === 0 ? {} : { to }),
    ...(kind === null ? {} : { kind: kind as NonNullable<ModelStep['kind']> }),
    ...(next.length === 0
      ? {}
      : {
          next: next.map((way) => ({
            to: way.to,
            ...(way.when === null ? {} : { when: way.when }),
            ...(way.inferred ? { inferred: true as const } : {}),
          })),
        }),
    ...(substeps.length === 0 ? {} : { substeps }),
  };
}
