// Stage: model. A person's file → PersonData: the preferred spelling, every other one, posts.
import { z } from 'zod';
import { ScopedLink, Link } from './basis.ts';
import { FormerIds } from './id.ts';
import { Text } from './text.ts';

/** A post as the sources print it. */
export const Post = z.strictObject({
  title: Text.describe('ตำแหน่งที่แสดง'),
  printed: z.array(Text).min(1).describe('ตำแหน่งตามที่ต้นฉบับพิมพ์ ทุกแบบที่พบ'),
  office: Link.describe('หน่วยงานของตำแหน่งนี้'),
  unit: ScopedLink.optional().describe('กลุ่มงานของตำแหน่งนี้ <หน่วยงาน>/<กลุ่มงาน>'),
});
export type Post = z.infer<typeof Post>;

export const PersonData = z.strictObject({
  prefix: Text.describe('คำนำหน้า เช่น นาย นาง นางสาว'),
  name: Text.describe('ชื่อ-สกุลที่เลือกใช้ ไม่รวมคำนำหน้า'),
  spellings: z.array(Text).default([]).describe('ชื่อ-สกุลแบบอื่นที่พบในต้นฉบับ ไม่รวมคำนำหน้า'),
  posts: z.array(Post).default([]).describe('ตำแหน่งที่พบในต้นฉบับ'),
  note: Text.optional().describe('ข้อสังเกตของผู้เรียบเรียง เช่น ทำไมจึงเลือกตัวสะกดนี้'),
  formerly: FormerIds,
});
export type PersonData = z.infer<typeof PersonData>;
