// Stage: Thai text, for the browser. A text → nodes with its words held together, as thaiHtml makes them at build.
import { keepWords } from './keep-words.ts';

export function thaiNodes(text: string): Node[] {
  const nodes: Node[] = [];
  let afterHeld = false;
  for (const { text: words, keep } of keepWords(text)) {
    // Between two kept words Chromium sees no place to break unless it is told; before ๆ and ฯ there is none.
    if (keep && afterHeld && !/^[ ๆฯ]/.test(words)) nodes.push(document.createElement('wbr'));
    nodes.push(keep ? held(words) : document.createTextNode(words));
    afterHeld = keep;
  }
  return nodes;
}

/** Holds the words of all text below an element of the page together, in place; what is held already stays. */
export function holdWords(root: Element): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    const parent = text.parentElement;
    if (!parent || parent.closest('textarea, svg') || !/[ก-๙]/.test(text.data)) continue;
    const { display, whiteSpace } = getComputedStyle(parent);
    if (whiteSpace === 'nowrap') continue;
    const nodes = thaiNodes(text.data);
    if (nodes.length === 1 && nodes[0] instanceof Text) continue;
    // In a flex or grid box each word would be a cell of its own.
    text.replaceWith(...(/flex|grid/.test(display) ? [whole(nodes)] : nodes));
  }
}

function held(words: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'w';
  span.textContent = words;
  return span;
}

function whole(nodes: readonly Node[]): HTMLElement {
  const span = document.createElement('span');
  span.append(...nodes);
  return span;
}
