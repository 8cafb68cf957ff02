// Stage: portal search, in the browser. A query and the chosen offices → what is shown: names of all, texts of the chosen.
import {
  foundText,
  groupSection,
  groupsOf,
  meantLine,
  questionLine,
  type Shown,
} from '../../components/search-page/results.ts';
import { directory, type LookedUp } from '../../directory/look-up.ts';
import { element } from '../../search/hit-dom.ts';
import { fileLoader } from '../../search/load-file.ts';
import { thaiNodes } from '../../thai/thai-nodes.ts';
import { officesSearch, type AskedOffice } from './ask-offices.ts';
import { foundSection, type FoundShown } from './found-list.ts';

export interface Portal extends FoundShown {
  /** The directory's folder; ends in a slash. */
  readonly directory: string;
  readonly chosen: readonly (AskedOffice & { readonly short: string })[];
}

/** An office's site that sends nothing for so long is left out. */
const PATIENCE_MS = 5000;

const offices = officesSearch((folder) => fileLoader(folder, PATIENCE_MS));
let names: ((typed: string) => Promise<LookedUp>) | undefined;

export function askAgain(): void {
  offices.forget();
}

export async function answer(
  query: string,
  portal: Portal,
): Promise<{ nodes: Node[]; found: string }> {
  names ??= directory(async (name) => {
    const file = await fetch(portal.directory + name);
    if (!file.ok) throw new Error(`portal: ${String(file.status)} for ${name}`);
    return file.json();
  });
  const [looked, texts] = await Promise.all([names(query), textsOf(query, portal)]);
  const sections = [
    ...(looked.exact.length > 0 ? [foundSection('exact', looked.exact, portal)] : []),
    ...(looked.cut ? [note('ยังมีชื่ออื่นที่มีคำนี้อีกมาก พิมพ์คำให้เจาะจงขึ้น หรือเลือกหน่วยงาน')] : []),
    ...(looked.near.length > 0 ? [foundSection('near', looked.near, portal)] : []),
  ];
  const nothing = looked.exact.length + looked.near.length === 0 && !texts?.found;
  return {
    nodes: [
      ...(texts?.nodes ?? []),
      ...sections,
      ...(nothing ? [emptySection(looked.words, portal)] : []),
    ],
    found: [
      texts?.found,
      looked.exact.length > 0
        ? `ชื่อที่มีคำว่า “${looked.words}” ${String(looked.exact.length)} ชื่อ จากทุกหน่วยงาน`
        : `ไม่พบชื่อที่มีคำว่า “${looked.words}”`,
    ]
      .filter(Boolean)
      .join(' · '),
  };
}

/** What the chosen offices' manuals say; undefined where none is chosen. */
async function textsOf(
  query: string,
  portal: Portal,
): Promise<{ nodes: Node[]; found: string } | undefined> {
  if (portal.chosen.length === 0) return undefined;
  const { shown, silent } = await offices.ask(portal.chosen, query, async (answered, engine) => {
    const catalogue = await engine.catalogue();
    const how: Shown = {
      engine,
      manuals: catalogue.manuals,
      chosen: { type: [], office: portal.chosen.map(({ id }) => id), unit: [], person: [] },
      // Addresses of hits are whole; the only other is that of a mended query, which is asked here.
      toHref: (path) => (path === '/search/' ? location.pathname : path),
      icon: portal.icon,
      examples: { task: undefined, alias: undefined },
    };
    const groups = groupsOf(answered, catalogue.pages);
    const sections = await Promise.all(groups.map((group) => groupSection(group, how)));
    const lines = [questionLine(answered, groups, catalogue, how.toHref), meantLine(answered, how)];
    return {
      nodes: [...lines.filter((line) => line !== undefined), ...sections],
      found: groups.length > 0 ? foundText(groups, answered.words) : '',
    };
  });
  const names = portal.chosen.filter(({ id }) => silent.includes(id)).map(({ short }) => short);
  return {
    nodes: [...(names.length > 0 ? [silentNote(names)] : []), ...(shown?.nodes ?? [])],
    found: shown?.found ?? '',
  };
}

function silentNote(names: readonly string[]): HTMLElement {
  const again = element('button', 'btn', 'ถามอีกครั้ง');
  again.type = 'button';
  again.dataset['again'] = '';
  const them = names.length > 1 ? 'หน่วยงานเหล่านี้' : 'หน่วยงานนี้';
  const line = note(`เว็บของ ${names.join(', ')} ไม่ตอบ ผลที่แสดงจึงไม่มีของ${them}`);
  line.dataset['silentOffices'] = '';
  line.append(' ', again);
  return line;
}

function emptySection(words: string, { chosen }: Portal): HTMLElement {
  const section = element(
    'section',
    'block',
    element('h2', '', ...thaiNodes(`ไม่พบ “${words}”`)),
    element(
      'p',
      'soft',
      ...thaiNodes(
        chosen.length > 0
          ? 'ไม่มีทั้งในชื่อของทุกหน่วยงาน และในเนื้อหาของหน่วยงานที่เลือก'
          : 'ไม่มีในชื่องาน ชื่อบุคคล และชื่อคู่มือของหน่วยงานใด เลือกหน่วยงานด้านล่าง เพื่อค้นในเนื้อหาของคู่มือด้วย',
      ),
    ),
  );
  section.dataset['searchEmpty'] = '';
  return section;
}

function note(text: string): HTMLElement {
  return element('p', 'note', ...thaiNodes(text));
}
