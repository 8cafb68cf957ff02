// Site tests: on a phone, where the lines of every page really end, against the words that are kept whole.
import { expect, test } from '@playwright/test';
import { keepWords } from '../../src/thai/keep-words.ts';
import { pagePaths } from './built-site.ts';

/** A line's end within a run of text: the text of its block, and where the next line begins. */
interface LineEnd {
  readonly text: string;
  readonly at: number;
}

test('at 360 px no line of any page ends inside a word of the keep list', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 800 });
  const torn: string[] = [];
  let ends = 0;
  for (const path of pagePaths()) {
    await page.goto(`.${path}`);
    for (const { text, at } of await page.evaluate(lineEnds)) {
      ends += 1;
      if (keptAcross(text, at))
        torn.push(`${path}: ${text.slice(Math.max(0, at - 14), at)}|${text.slice(at, at + 14)}`);
    }
  }
  expect(ends).toBeGreaterThan(1000);
  expect(torn).toEqual([]);
});

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
