// Stage: import. Numbered items in a row → lists with lists inside, by what their marks count.
import type { Item } from './blocks.ts';
import { countOf, isBullet, type ListMark } from './list-mark.ts';

export interface ListNode {
  readonly mark: ListMark;
  readonly text: string;
  readonly line: number;
  readonly children: ListNode[];
}

/** A number may be missing or printed twice: what still counts as the same list. */
const LARGEST_GAP = 2;

interface OpenList {
  readonly nodes: ListNode[];
  readonly style: string;
}

/** Takes items one by one and puts each where its mark says. Indentation does not count: sources lose it. */
export class ListBuilder {
  readonly roots: ListNode[][] = [];
  readonly #open: OpenList[] = [];
  /** Styles of the lists that stood below an item of the same list, by the outer list. */
  readonly #inner = new WeakMap<ListNode[], Set<string>>();

  add(item: Item): void {
    const node: ListNode = { mark: item.mark, text: item.text, line: item.line, children: [] };
    const depth = this.#siblingDepth(item.mark, LARGEST_GAP);
    if (depth !== undefined) {
      this.#open.length = depth + 1;
      this.#open[depth]?.nodes.push(node);
      return;
    }
    const parent = this.#open.at(-1)?.nodes.at(-1);
    if (parent && this.#opensBelow(item.mark, parent)) {
      const outer = this.#open.at(-1);
      if (outer)
        this.#inner.set(
          outer.nodes,
          (this.#inner.get(outer.nodes) ?? new Set()).add(item.mark.style),
        );
      parent.children.push(node);
      this.#open.push({ nodes: parent.children, style: item.mark.style });
      return;
    }
    const root = [node];
    this.roots.push(root);
    this.#open.length = 0;
    this.#open.push({ nodes: root, style: item.mark.style });
  }

  /** Whether a mark counts on from the items so far: the very next of a list, or the first below an item whose siblings have the like. */
  continues(mark: ListMark): boolean {
    const depth = this.#siblingDepth(mark, 0);
    if (depth !== undefined) {
      const last = this.#open[depth]?.nodes.at(-1);
      return last !== undefined && !isBullet(mark) && countOf(mark) !== countOf(last.mark);
    }
    const outer = this.#open.at(-1);
    return (
      outer !== undefined &&
      countOf(mark) === 1 &&
      (this.#inner.get(outer.nodes)?.has(mark.style) ?? false)
    );
  }

  /** The innermost open list that the mark goes on with. */
  #siblingDepth(mark: ListMark, gap: number): number | undefined {
    for (let depth = this.#open.length - 1; depth >= 0; depth--) {
      const list = this.#open[depth];
      const last = list?.nodes.at(-1);
      if (!list || !last || list.style !== mark.style) continue;
      if (isBullet(mark)) return depth;
      const step = (countOf(mark) ?? 0) - (countOf(last.mark) ?? 0);
      const samePrefix = mark.path.slice(0, -1).join('.') === last.mark.path.slice(0, -1).join('.');
      if (samePrefix && step >= 1 && step <= 1 + gap) return depth;
      // The same number again, nothing between: Markdown's 1. 1. 1., or a slip.
      if (samePrefix && step === 0 && depth === this.#open.length - 1 && last.children.length === 0)
        return depth;
    }
    return undefined;
  }

  #opensBelow(mark: ListMark, parent: ListNode): boolean {
    if (isBullet(mark)) return true;
    if (mark.path.length > 1) {
      const prefix = mark.path.slice(0, -1);
      const above = parent.mark.path;
      return (
        countOf(mark) === 1 &&
        prefix.slice(-above.length).join('.') === above.slice(-prefix.length).join('.')
      );
    }
    return countOf(mark) === 1 && this.#open.every((list) => list.style !== mark.style);
  }
}

/** Items in a row → the lists that they make, one after the other. */
export function buildLists(items: readonly Item[]): ListNode[][] {
  const builder = new ListBuilder();
  for (const item of items) builder.add(item);
  return builder.roots;
}
