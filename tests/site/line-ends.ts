// Site tests: an open page → the lines that end inside a word of the keep list.
import type { Page } from '@playwright/test';
import { keepWords } from '../../src/thai/keep-words.ts';

/** A line's end within a run of text: the text of its block, and where the next line begins. */
interface LineEnd {
  readonly text: string;
  readonly at: number;
}

/** How many lines end within a text, and those that tear a word: `รอบวัน|ที่`. */
export async function tornLines(page: Page): Promise<{ ends: number; torn: string[] }> {
  const ends = await page.evaluate(lineEnds);
  const torn = ends.filter(({ text, at }) => keptAcross(text, at));
  const words = torn.map(
    ({ text, at }) => `${text.slice(Math.max(0, at - 14), at)}|${text.slice(at, at + 14)}`,
  );
  return { ends: ends.length, torn: words };
}

/** Whether a kept run reaches over the place, so that no line should end there. */
function keptAcross(text: string, place: number): boolean {
  let at = 0;
  for (const part of keepWords(text)) {
    const end = at + part.text.length;
    if (part.keep && at < place && place < end) return true;
    at = end;
  }
  return false;
}

/** Runs in the page. Text is put together block by block, as a reader sees it, over the borders of inline elements. */
function lineEnds(): LineEnd[] {
  const found: LineEnd[] = [];
  for (const details of document.querySelectorAll('details')) details.open = true;
  const blockOf = (node: Node): Element | null => {
    let element = node.parentElement;
    while (element && getComputedStyle(element).display === 'inline')
      element = element.parentElement;
    return element;
  };
  const range = document.createRange();
  const rectOf = (node: Node, from: number, to: number): DOMRect | undefined => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getClientRects()[0];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  let text = '';
  let bottom = 0;
  let places: number[] = [];
  const finish = (): void => {
    for (const at of places) found.push({ text, at });
    text = '';
    places = [];
  };
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const words = node.nodeValue ?? '';
    if (node.parentElement?.closest('svg, script, option, textarea')) continue;
    const own = blockOf(node);
    if (own !== block) finish();
    block = own;
    for (let i = 0; i < words.length; i += 1) {
      const rect = /\s/.test(words[i] ?? '') ? undefined : rectOf(node, i, i + 1);
      if (rect && rect.height > 0) {
        const last = text.at(-1) ?? ' ';
        if (rect.top >= bottom - 2 && text !== '' && !/\s/.test(last)) places.push(text.length);
        bottom = rect.bottom;
      }
      text += words[i] ?? '';
    }
  }
  finish();
  return found;
}
