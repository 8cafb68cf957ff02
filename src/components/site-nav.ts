// Stage: pages. The site's own pages, for the header and the footer: nothing → a plain list.

/** A part of the site that a page can belong to. */
export type SiteSection =
  | 'procedures'
  | 'people'
  | 'duties'
  | 'orders'
  | 'tasks'
  | 'offices'
  | 'sources'
  | 'corrections'
  | 'my'
  | 'keeper'
  | 'authors'
  | 'about';

export interface SiteNavItem {
  readonly section: SiteSection;
  /** A path from the site's root. */
  readonly path: string;
  readonly label: string;
  /** The footer holds every page; the header only the ways in. */
  readonly inHeader: boolean;
}

export const siteNav: readonly SiteNavItem[] = [
  { section: 'procedures', path: '/manuals/', label: 'งานที่มีขั้นตอน', inHeader: true },
  { section: 'people', path: '/people/', label: 'ผู้รับผิดชอบ', inHeader: true },
  { section: 'tasks', path: '/tasks/', label: 'ภารกิจ', inHeader: true },
  { section: 'duties', path: '/duties/', label: 'หน้าที่', inHeader: false },
  { section: 'orders', path: '/orders/', label: 'คำสั่ง', inHeader: false },
  { section: 'offices', path: '/offices/', label: 'หน่วยงาน', inHeader: true },
  { section: 'sources', path: '/sources/', label: 'ต้นฉบับ', inHeader: true },
  { section: 'corrections', path: '/corrections/', label: 'บันทึกการแก้คำ', inHeader: false },
  { section: 'my', path: '/my/', label: 'งานที่ทำค้างไว้', inHeader: false },
  { section: 'keeper', path: '/keeper/', label: 'ผู้ดูแลคู่มือ', inHeader: false },
  { section: 'authors', path: '/about/authors/', label: 'สำหรับผู้จัดทำ', inHeader: false },
  { section: 'about', path: '/about/', label: 'เกี่ยวกับเว็บนี้', inHeader: false },
];
