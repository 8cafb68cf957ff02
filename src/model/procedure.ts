// Stage: model. A procedure's frontmatter → Procedure: steps, scope, the official form's fields.
import { z } from 'zod';
import { Alias, ScopedLink } from './basis.ts';
import { Id, ScopedId, StepId } from './id.ts';
import { Numbering, NumberedList, Text } from './text.ts';

/** What a step is. Without it the step is an action. */
export const StepKind = z.enum(['action', 'decision', 'document', 'approval', 'submit']);
export type StepKind = z.infer<typeof StepKind>;

/** Where a step leads: another step's id of this procedure, or `end`. */
export const Branch = z.strictObject({
  to: Id.describe('รหัสของขั้นที่ไปต่อ หรือ end คือจบงาน'),
  when: Text.optional().describe('เงื่อนไขของทางแยก ตามคำในต้นฉบับ'),
  inferred: z.literal(true).optional().describe('ผู้เรียบเรียงเพิ่ม ไม่มีในต้นฉบับ'),
});
export type Branch = z.infer<typeof Branch>;

const stepShape = {
  id: StepId,
  text: Text.describe('ข้อความของขั้นตอน ตามต้นฉบับ ไม่รวมเลขข้อ'),
  actor: Id.optional().describe('ผู้ปฏิบัติ เฉพาะที่ต้นฉบับระบุ (รหัสใน actors ของหน่วยงาน)'),
  to: z.array(Id).min(1).optional().describe('ขั้นนี้ไปถึงใคร: เสนอ… แจ้ง… ขอความเห็นชอบ… (รหัสใน actors)'),
  kind: StepKind.optional().describe(
    'ชนิดของขั้น decision: ตัดสินใจ, document: เอกสาร, approval: อนุมัติ, submit: เสนอหรือส่ง ไม่ใส่คือ action: ลงมือทำ',
  ),
  produces: z.array(Text).min(1).optional().describe('สิ่งที่ได้จากขั้นนี้ ตามคำในต้นฉบับ'),
  duration: Text.optional().describe('ระยะเวลา ตามคำในต้นฉบับ'),
  next: z.array(Branch).min(1).optional().describe('ทางไปต่อ ถ้าไม่ใช่ขั้นถัดไป'),
};

/** One numbered line below a step. */
export const Substep = z.strictObject(stepShape);
export type Substep = z.infer<typeof Substep>;

/** One numbered line of a procedure. Its id is for ever: runs saved in a browser hang on it. */
export const Step = z.strictObject({
  ...stepShape,
  numbering: Numbering.optional().describe('เลขข้อแรกของขั้นตอนย่อย'),
  substeps: z.array(Substep).min(1).optional().describe('ขั้นตอนย่อย'),
});
export type Step = z.infer<typeof Step>;

/** `none`: the source says there is none. `not-stated`: the source is silent. */
export const FormValue = z.union([
  z.literal('none'),
  z.literal('not-stated'),
  Text,
  z.array(Text).min(1),
]);
export type FormValue = z.infer<typeof FormValue>;

/** The fields that the official form of a procedure asks for, beside scope and steps, in its order. */
export const formFields = {
  purpose: 'วัตถุประสงค์',
  definitions: 'คำจำกัดความ',
  duration: 'ระยะเวลา',
  qualityStandard: 'มาตรฐานคุณภาพงาน',
  forms: 'แบบฟอร์มที่ใช้',
  references: 'เอกสารอ้างอิง',
  fee: 'ค่าธรรมเนียม',
  channel: 'ช่องทางให้บริการ',
  complaintChannel: 'ช่องทางร้องเรียน',
} as const;
export type FormField = keyof typeof formFields;

const formValue = (field: FormField): z.ZodDefault<typeof FormValue> =>
  FormValue.default('not-stated').describe(
    `${formFields[field]} ตามคำในต้นฉบับ none: ต้นฉบับว่าไม่มี ไม่ใส่ช่องนี้: ต้นฉบับไม่ระบุ`,
  );
export const Form = z.strictObject({
  purpose: formValue('purpose'),
  definitions: formValue('definitions'),
  duration: formValue('duration'),
  qualityStandard: formValue('qualityStandard'),
  forms: formValue('forms'),
  references: formValue('references'),
  fee: formValue('fee'),
  channel: formValue('channel'),
  complaintChannel: formValue('complaintChannel'),
} satisfies Record<FormField, ReturnType<typeof formValue>>);
export type Form = z.infer<typeof Form>;

/** A flow chart that the source announces: its heading and captions as printed. The drawing is lost. */
export const LostChart = z.strictObject({
  heading: Text.describe('หัวข้อของผัง ตามต้นฉบับ'),
  captions: z.array(Text).default([]).describe('คำบรรยายใต้ผัง ตามต้นฉบับ'),
});
export type LostChart = z.infer<typeof LostChart>;

export const ProcedureData = z.strictObject({
  number: Text.optional().describe('เลขหัวข้อตามที่อ่าน รวมจุดท้าย เช่น ๒.๑.๑.'),
  title: Text.describe('ชื่องาน ตามต้นฉบับ'),
  aliases: z.array(Alias).default([]).describe('คำอื่นที่คนใช้เรียกงานนี้ ใช้ค้นหา'),
  audience: z
    .enum(['staff', 'public', 'both'])
    .describe('ใครใช้งานนี้ staff: เจ้าหน้าที่, public: ประชาชน, both: ทั้งสอง'),
  task: ScopedLink.optional().describe('ภารกิจที่งานนี้อยู่ <คู่มือ>/<ภารกิจ>'),
  description: z.array(Text).default([]).describe('ย่อหน้าก่อนขั้นตอน ตามต้นฉบับ'),
  scope: NumberedList.optional().describe('ขอบเขตของงาน (ไม่ใช่ขั้นตอน)'),
  stepsHeading: Text.optional().describe('หัวข้อเหนือขั้นตอน ตามต้นฉบับ'),
  numbering: Numbering,
  steps: z.array(Step).min(1).describe('ขั้นตอน ตามลำดับในต้นฉบับ'),
  chart: LostChart.optional().describe('ผังที่ต้นฉบับมีหัวข้อไว้แต่ภาพหายไป'),
  form: Form.prefault({}).describe('ช่องอื่นของแบบราชการ ใส่เฉพาะที่ต้นฉบับระบุ'),
  formerly: z
    .array(ScopedId)
    .min(1)
    .optional()
    .describe('รหัสที่งานนี้เคยใช้ <คู่มือ>/<งาน> ที่อยู่เดิมจะพามาที่นี่'),
});
export type ProcedureData = z.infer<typeof ProcedureData>;
