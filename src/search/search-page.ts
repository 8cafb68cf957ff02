// Stage: search, both sides. The shape of what is searched: pages, each cut into parts with anchors.

/** What a reader can ask for; the filter "ชนิด" of the search page, in its order. */
export const kinds = [
  'procedure',
  'duty',
  'person',
  'order',
  'task',
  'strategy',
  'text',
  'office',
] as const;
export type Kind = (typeof kinds)[number];

export const kindLabel: Record<Kind, string> = {
  procedure: 'งานที่มีขั้นตอน',
  duty: 'หน้าที่',
  person: 'บุคคล',
  order: 'คำสั่ง',
  task: 'ภารกิจ',
  strategy: 'ยุทธศาสตร์',
  text: 'ข้อความในคู่มือ',
  office: 'หน่วยงานและคู่มือ',
};

/** What a part is on its page. A hit in a title weighs most. */
export const fields = ['title', 'alias', 'body'] as const;
export type Field = (typeof fields)[number];

/** A piece of a page: its title, a step, a duty. No hit reaches from one part into the next. */
export interface SearchPart {
  readonly field: Field;
  /** Other than the page's: a duty on a person's page. */
  readonly kind?: Kind;
  /** The element's id on the page; without one the part stands for the page itself. */
  readonly anchor?: string;
  /** What stands before the words in a sub-result: ขั้น 2.3 */
  readonly label?: string;
  readonly text: string;
  /** A duty of standing in for somebody. */
  readonly substitutes?: true;
}

/** What one result leads to: a page of the site, or a place on one that has a title of its own. */
export interface SearchPage {
  /** From the site's root, without the base path. */
  readonly url: string;
  readonly title: string;
  readonly kind: Kind;
  /** Short name of the office, the line of the source: what stands beside the kind. */
  readonly place: string;
  /** Ids of what the page belongs to, for the filters. */
  readonly office?: string;
  readonly unit?: string;
  readonly people: readonly string[];
  readonly parts: readonly SearchPart[];
}

/** A choice of a filter. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** A person as the name list knows one: every spelling, preferred one first, without prefixes. */
export interface NamedPerson extends Choice {
  readonly names: readonly string[];
}

/** Everything that goes into the index. */
export interface SearchContent {
  readonly pages: readonly SearchPage[];
  readonly offices: readonly Choice[];
  readonly units: readonly Choice[];
  readonly people: readonly NamedPerson[];
  readonly manuals: number;
}
