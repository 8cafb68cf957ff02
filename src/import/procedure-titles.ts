// Stage: import. Blocks → blocks in which every procedure's title is a heading, and which heading titles which steps.
import type { Block, Heading, Item } from './blocks.ts';
import { finding, type Finding } from './finding.ts';
import { buildLists } from './list-tree.ts';
import { countOf, isBullet } from './list-mark.ts';
import { startsHeading, usualHeading, type Usual } from './usual-headings.ts';

export interface Titled {
  readonly blocks: readonly Block[];
  /** The headings that title a procedure (or several, under one heading of steps). */
  readonly titles: ReadonlySet<Heading>;
  readonly findings: readonly Finding[];
}

/** Makes headings of the numbered lines and paragraphs that are titles: what stands above the steps says so. */
export function findTitles(given: readonly Block[]): Titled {
  const blocks = [...given];
  const findings: Finding[] = [];
  numberedUsual(blocks);
  numberedTitles(blocks);
  const titles = new Set<Heading>();
  const listed = listedTitles(blocks);
  // From the end: a title that is found does not move what stands above it.
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block?.type !== 'heading' || block.usual?.type !== 'steps') continue;
    const at = titleAbove(blocks, i, listed);
    const found = at === undefined ? undefined : blocks[at];
    if (at === undefined || !found) {
      findings.push(finding('no-title', block.line, {}));
      continue;
    }
    if (found.type === 'heading') titles.add(found);
    else if (found.type === 'paragraph') {
      const heading: Heading = {
        type: 'heading',
        line: found.line,
        text: found.text,
        hashes: 0,
        usual: undefined,
      };
      blocks[at] = heading;
      titles.add(heading);
      if (!listed.has(squeeze(found.text)))
        findings.push(finding('title-unsure', found.line, { title: found.text }));
    }
  }
  return { blocks, titles, findings };
}

/**
 * `๕. ขั้นตอนการปฏิบัติงาน`: the headings of the official form are numbered. A list that only names them (`คู่มือประกอบด้วย ๑. วัตถุประสงค์
 * ๒. ขอบเขต …`) has nothing between its items.
 */
function numberedUsual(blocks: Block[]): void {
  const found = blocks.flatMap((block, i) =>
    block.type === 'item' && isFormHeading(block) ? [i] : [],
  );
  const alone = found.length === 1;
  const apart = found.some(
    (at, k) =>
      (found[k + 1] ?? Infinity) - at > 1 &&
      blocks[at + 1] !== undefined &&
      !isSibling(blocks[at], blocks[at + 1]),
  );
  if (!apart && !alone) return;
  for (const at of found) {
    const block = blocks[at];
    if (
      block?.type !== 'item' ||
      (alone && (isSibling(blocks[at - 1], block) || isSibling(block, blocks[at + 1])))
    )
      continue;
    const usual = formHeading(block.text);
    blocks[at] = {
      type: 'heading',
      line: block.line,
      text: block.text,
      hashes: 0,
      usual,
      number: block.mark,
    };
  }
}

function isFormHeading({ text }: Item): boolean {
  const usual = formHeading(text);
  return (
    usual !== undefined && usual.type !== 'goals' && usual.type !== 'ways' && usual.type !== 'tasks'
  );
}

/** A usual heading and nothing else; of a chart, `Flow Chart การปฏิบัติงาน` as well. */
function formHeading(text: string): Usual | undefined {
  const started = startsHeading(text);
  return started?.type === 'chart' ? started : usualHeading(text);
}

/** Two items of one list, one after the other. */
function isSibling(first: Block | undefined, second: Block | undefined): boolean {
  if (first?.type !== 'item' || second?.type !== 'item') return false;
  const count = countOf(first.mark);
  return (
    first.mark.style === second.mark.style &&
    count !== undefined &&
    countOf(second.mark) === count + 1
  );
}

/** A numbered line above steps, or above a deeper numbered heading, is a heading; the last of a list is not. */
function numberedTitles(blocks: Block[]): void {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block?.type !== 'item' || isBullet(block.mark)) continue;
    const below = blocks.slice(i + 1).find(({ type }) => type !== 'paragraph');
    if (below?.type !== 'heading') continue;
    const next = blocks[i + 1];
    const aboveDeeper =
      next === below &&
      below.number !== undefined &&
      below.usual === undefined &&
      below.number.path.length > block.mark.path.length;
    if ((isProcedureHeading(below) || aboveDeeper) && !endsList(blocks, i))
      blocks[i] = {
        type: 'heading',
        line: block.line,
        text: block.text,
        hashes: 0,
        usual: undefined,
        number: block.mark,
      };
  }
}

/** The headings that stand below a procedure's title. */
function isProcedureHeading({ usual }: Heading): boolean {
  return usual?.type === 'steps' || usual?.type === 'scope' || usual?.type === 'field';
}

/** Whether an item is the last of a list of at least two that counts from one. */
function endsList(blocks: readonly Block[], at: number): boolean {
  let from = at;
  while (blocks[from - 1]?.type === 'item') from--;
  const run = blocks.slice(from, at + 1).filter((block): block is Item => block.type === 'item');
  const last = buildLists(run).at(-1);
  const first = last?.[0];
  // One item alone is a list below a heading that asks for one, and a title below any other.
  const above = blocks[from - 1];
  if (last?.length === 1 && first?.children.length === 0)
    return (
      run.length === 1 &&
      above?.type === 'heading' &&
      above.usual !== undefined &&
      above.usual.type !== 'chart'
    );
  return (
    last !== undefined &&
    first !== undefined &&
    (last.length > 1 || run.length > 1) &&
    countOf(first.mark) === 1
  );
}

const squeeze = (text: string): string => text.replace(/[\sฯ]+/gu, '');

/** What the list of contents and the list of tasks call the procedures. */
function listedTitles(blocks: readonly Block[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of blocks) {
    if (block.type === 'contents') for (const { text } of block.entries) names.add(squeeze(text));
    if (block.type === 'item' && /^(?:งาน|การ)/u.test(block.text)) names.add(squeeze(block.text));
  }
  return names;
}

/** The block that titles the steps below `at`: a heading above the fields of the form, or else a paragraph. */
function titleAbove(
  blocks: readonly Block[],
  at: number,
  listed: ReadonlySet<string>,
): number | undefined {
  let within: number | undefined;
  for (let head = at - 1; head >= -1; head--) {
    const block = blocks[head];
    if (block?.type === 'item' || block?.type === 'paragraph') continue;
    const heading = block?.type === 'heading' ? block : undefined;
    if (heading?.usual === undefined && heading?.label === undefined && heading) return head;
    if (heading?.usual?.type === 'name') return head;
    within ??= titleWithin(blocks, head, at, listed);
    if (!heading || !isOfForm(heading)) break;
  }
  return within;
}

/** The headings between a procedure's title and its steps. */
function isOfForm({ usual }: Heading): boolean {
  return (
    usual?.type === 'scope' ||
    usual?.type === 'field' ||
    (usual?.type === 'role' && usual.role === 'objectives')
  );
}

/**
 * Of the paragraphs between a heading and the steps, the one that is the title: one that the contents or the tasks name,
 * or else the first that says something new. Captions of a chart repeat what stands above it.
 */
function titleWithin(
  blocks: readonly Block[],
  head: number,
  at: number,
  listed: ReadonlySet<string>,
): number | undefined {
  const above = blocks.slice(0, head + 1);
  const lastSteps = above.findLastIndex(
    (block) => block.type === 'heading' && block.usual?.type === 'steps',
  );
  const said = new Set(
    lastSteps < 0
      ? []
      : above
          .slice(lastSteps)
          .flatMap((block) => (block.type === 'item' ? [squeeze(block.text)] : [])),
  );
  const heading = blocks[head];
  const ownsList =
    heading?.type === 'heading' && heading.usual !== undefined && heading.usual.type !== 'chart';
  let from = head + 1;
  // The list that belongs to the heading above.
  if (ownsList) {
    while (from < at && blocks[from]?.type === 'paragraph') from++;
    if (blocks[from]?.type !== 'item') return undefined;
    while (from < at && blocks[from]?.type === 'item') from++;
  }
  const paragraphs = Array.from({ length: at - from }, (_, i) => from + i).filter(
    (i) => blocks[i]?.type === 'paragraph',
  );
  const textAt = (i: number): string => {
    const block = blocks[i];
    return block?.type === 'paragraph' ? squeeze(block.text) : '';
  };
  const named = paragraphs.find((i) =>
    [...listed].some((name) => name.length > 6 && textAt(i) === name && !said.has(name)),
  );
  return named ?? paragraphs.find((i) => !said.has(textAt(i)));
}
