// Stage: portal search, in the browser. Names that were looked up → the elements that show them.
import type { Found } from '../../directory/look-up.ts';
import type { EntryKind, Place } from '../../directory/entries.ts';
import { element, kindLine } from '../../search/hit-dom.ts';
import type { Kind } from '../../search/search-page.ts';
import { thaiNodes } from '../../thai/thai-nodes.ts';

export interface FoundShown {
  readonly office: (number: number) => { readonly short: string; readonly url: string };
  readonly icon: (kind: Kind) => Node;
}

const KIND: Record<EntryKind, { readonly icon: Kind; readonly label: string }> = {
  procedure: { icon: 'procedure', label: 'งานที่มีขั้นตอน' },
  person: { icon: 'person', label: 'บุคคล' },
  manual: { icon: 'text', label: 'คู่มือ' },
};

export function foundSection(
  name: 'exact' | 'near',
  found: readonly Found[],
  shown: FoundShown,
): HTMLElement {
  const heading = element('h2', '', name === 'exact' ? 'ชื่อที่มีคำนี้' : 'ชื่อใกล้เคียง');
  heading.id = `names-${name}`;
  const count = element('span', 'soft num', `${String(found.length)} ชื่อ`);
  const list = element('ol', 'ledger', ...found.map((one) => foundItem(one, shown)));
  const section = element(
    'section',
    name === 'near' ? 'near' : '',
    element('div', 'count', heading, count),
    list,
  );
  section.setAttribute('aria-labelledby', heading.id);
  return section;
}

function foundItem(found: Found, shown: FoundShown): HTMLLIElement {
  const { icon, label } = KIND[found.kind];
  const [only] = found.count === 1 ? found.places : [];
  const place = only ? shown.office(only.office).short : `${String(found.count)} หน่วยงาน`;
  const title = only
    ? placeLink(only, shown, thaiNodes(found.title))
    : element('span', '', ...thaiNodes(found.title));
  const result = element(
    'div',
    '',
    element('span', 'icon-m', shown.icon(icon)),
    kindLine({ kindLabel: label, place }),
    element('h3', '', title),
  );
  result.dataset['searchResult'] = '';
  if (found.other !== undefined)
    result.append(
      element(
        'p',
        '',
        found.kind === 'person' ? 'สะกดอีกแบบ: ' : 'คนเรียกว่า: ',
        ...thaiNodes(found.other),
      ),
    );
  const item = element('li', 'hit', result);
  if (!only) item.append(placeList(found, shown));
  return item;
}

function placeList(found: Found, shown: FoundShown): HTMLElement {
  const links = (places: readonly Place[]): Node[] =>
    places.map((place) =>
      // As a step's name below a page (hit-dom.ts): what in such a link is underlined.
      placeLink(place, shown, [element('b', '', ...thaiNodes(shown.office(place.office).short))]),
    );
  const list = element('div', 'subhits', ...links(found.places));
  const rest = found.count - found.places.length;
  if (rest > 0) {
    const button = element('button', 'btn', `อีก ${String(rest)} หน่วยงาน`);
    button.type = 'button';
    button.addEventListener('click', () => {
      button.disabled = true;
      found.allPlaces().then(
        (all) => button.replaceWith(...links(all.slice(found.places.length))),
        () => {
          button.disabled = false;
          button.textContent = 'โหลดรายชื่อไม่สำเร็จ ลองอีกครั้ง';
        },
      );
    });
    list.append(button);
  }
  return list;
}

function placeLink(
  { office, path }: Place,
  shown: FoundShown,
  label: readonly Node[],
): HTMLAnchorElement {
  const link = element('a', '', element('span', '', ...label));
  link.href = shown.office(office).url.replace(/\/$/, '') + path;
  return link;
}
