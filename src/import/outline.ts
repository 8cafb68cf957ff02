// Stage: import. Blocks → the outline of a manual: its parts in order, with what the importer was not sure of.
import type { Block, Heading, Item } from './blocks.ts';
import { finding, type Finding } from './finding.ts';
import { countOf, isLabelled, type ListMark } from './list-mark.ts';
import { buildLists, type ListNode } from './list-tree.ts';
import { readOrder, startsOrder } from './order.ts';
import type { ChapterPart, Chart, Part, ProcedurePart, StrategyPart, Words } from './part.ts';
import { findTitles } from './procedure-titles.ts';
import type { Left } from './source-lines.ts';

export interface Outline {
  readonly parts: readonly Part[];
  readonly left: readonly Left[];
  readonly findings: readonly Finding[];
}

export function makeOutline(given: readonly Block[]): Outline {
  const titled = findTitles(given);
  const reader = new OutlineReader(titled.blocks, titled.titles);
  const parts = [...reader.cover(), ...reader.parts(() => false)];
  return { parts, left: reader.left, findings: [...titled.findings, ...reader.findings] };
}

/** The usual headings after which a manual is no longer on its cover. */
const isCoverHeading = (block: Block): boolean =>
  block.type === 'heading' &&
  block.usual === undefined &&
  block.label === undefined &&
  block.number === undefined &&
  block.hashes > 0;

/** Reads the blocks from first to last; each method takes what it understands. */
class OutlineReader {
  readonly left: Left[] = [];
  readonly findings: Finding[] = [];
  readonly #blocks: readonly Block[];
  readonly #titles: ReadonlySet<Heading>;
  #at = 0;

  constructor(blocks: readonly Block[], titles: ReadonlySet<Heading>) {
    this.#blocks = blocks;
    this.#titles = titles;
  }

  /** Lines above the first heading that says what follows. */
  cover(): Part[] {
    const lines: Words[] = [];
    for (let block = this.#peek(); block; block = this.#peek()) {
      const onCover =
        (block.type === 'paragraph' && !startsOrder(this.#blocks, this.#at)) ||
        (block.type === 'heading' && isCoverHeading(block) && !this.#titles.has(block));
      if (!onCover || block.type === 'table' || block.type === 'contents') break;
      lines.push({ text: block.text, line: block.line });
      this.#at++;
    }
    const [first] = lines;
    return first ? [{ type: 'cover', line: first.line, lines }] : [];
  }

  /** Parts until the end, or until a heading that belongs to what holds them. */
  parts(ends: (heading: Heading) => boolean): Part[] {
    const parts: Part[] = [];
    for (let block = this.#peek(); block; block = this.#peek()) {
      if (block.type === 'heading' && ends(block)) break;
      if (startsOrder(this.#blocks, this.#at)) parts.push(...this.#order());
      else if (block.type === 'contents') {
        this.#at++;
        parts.push({
          type: 'contents',
          line: block.line,
          title: block.text,
          entries: block.entries,
        });
      } else if (block.type === 'heading') parts.push(...this.#headed(block));
      else parts.push(...this.#loose());
    }
    return parts;
  }

  #peek(): Block | undefined {
    return this.#blocks[this.#at];
  }

  #order(): Part[] {
    const { part, next, left, findings } = readOrder(this.#blocks, this.#at);
    this.#at = next;
    this.left.push(...left);
    this.findings.push(...findings);
    return [part];
  }

  #headed(heading: Heading): Part[] {
    if (heading.label !== undefined)
      return [this.#chapter(heading, (next) => next.label !== undefined)];
    if (this.#titles.has(heading)) return this.#procedure(heading);
    const next = this.#blocks[this.#at + 1];
    if (
      heading.number !== undefined &&
      heading.usual === undefined &&
      next?.type === 'heading' &&
      next.number !== undefined &&
      next.number.path.length > heading.number.path.length
    ) {
      const depth = heading.number.path.length;
      return [
        this.#chapter(
          heading,
          (other) =>
            other.label !== undefined ||
            (other.usual === undefined && (other.number?.path.length ?? Infinity) <= depth),
        ),
      ];
    }
    return this.#section(heading);
  }

  #chapter(heading: Heading, ends: (heading: Heading) => boolean): ChapterPart {
    this.#at++;
    return {
      type: 'chapter',
      line: heading.line,
      ...(heading.label === undefined ? {} : { label: heading.label }),
      ...(heading.number === undefined ? {} : { number: heading.number.printed }),
      title: heading.text,
      scope: [],
      parts: this.parts(ends),
    };
  }

  /** A title, what stands above its steps, the steps, and what stands below them. */
  #procedure(heading: Heading): Part[] {
    const named = heading.usual?.type === 'name';
    this.#at++;
    let title = heading.text;
    if (named) {
      const name = this.#peek();
      if (name?.type === 'paragraph') {
        title = name.text;
        this.#at++;
      }
      this.left.push({
        line: heading.line,
        text: `${heading.number ? `${heading.number.printed} ` : ''}${heading.text}`,
        reason: 'ป้ายหน้าชื่องาน',
      });
    }
    const description: Words[] = [];
    const form: ProcedurePart['form'][number][] = [];
    let scope: readonly ListNode[] = [];
    let stepsHeading: string | undefined;
    let steps: ListNode[][] = [];
    let chart: Chart | undefined;
    let more = true;
    while (more) {
      const block = this.#peek();
      if (!block) break;
      if (block.type === 'paragraph') {
        if (stepsHeading !== undefined) break;
        description.push({ text: block.text, line: block.line });
        this.#at++;
      } else if (block.type === 'item') {
        const lists = buildLists(this.#items());
        if (stepsHeading === undefined && scope.length === 0 && lists[0]) {
          scope = lists[0];
          description.push(...lists.slice(1).flatMap((list) => listWords(list)));
        } else if (stepsHeading !== undefined && steps.length === 0) steps = lists;
        else break;
      } else if (block.type === 'heading' && !this.#titles.has(block)) {
        const { usual } = block;
        if (usual?.type === 'steps' && stepsHeading === undefined) {
          stepsHeading = withNumber(block);
          this.#at++;
        } else if (usual?.type === 'chart' && chart === undefined) {
          this.#at++;
          chart = {
            heading: { text: withNumber(block), line: block.line },
            captions: this.#captions(),
          };
        } else if (usual?.type === 'field') {
          form.push({ field: usual.field, words: this.#fieldWords(block) });
        } else if (
          usual?.type === 'role' &&
          usual.role === 'objectives' &&
          stepsHeading === undefined
        ) {
          form.push({ field: 'purpose', words: this.#fieldWords(block) });
        } else if (usual?.type === 'scope' && scope.length === 0 && stepsHeading === undefined) {
          this.#at++;
          this.left.push({
            line: block.line,
            text: withNumber(block),
            reason: 'หัวข้อเหนือขอบเขตของงาน เว็บใส่หัวข้อให้เอง',
          });
        } else more = false;
      } else more = false;
    }
    const base = {
      line: heading.line,
      title,
      ...(heading.number === undefined || named ? {} : { number: heading.number.printed }),
      scope,
      ...(stepsHeading === undefined ? {} : { stepsHeading }),
      ...(chart === undefined ? {} : { chart }),
    };
    const [first, ...rest] = steps;
    if (!first) {
      this.findings.push(finding('no-steps', heading.line, { title }));
      return [{
        type: 'prose', line: heading.line, use: 'other', title: named ? title : withNumber(heading),
        paragraphs: [...description, ...listWords(scope), ...(stepsHeading === undefined ? [] : [{ text: stepsHeading, line: heading.line }])],
      }]; // prettier-ignore
    }
    if (
      first.length > 1 &&
      rest.length === 0 &&
      form.length === 0 &&
      description.length === 0 &&
      first.every(({ children }) => children.length > 0)
    ) {
      this.findings.push(finding('split-procedures', heading.line, { title, count: first.length }));
      return [{ type: 'chapter', ...base, parts: first.map(asProcedure) }];
    }
    // A list that counts on from the title's own number holds no steps: it is what comes after this procedure.
    const next = rest.findIndex((list) => list[0] && countsOn(list[0].mark, heading.number));
    const own = next < 0 ? rest : rest.slice(0, next);
    const after = next < 0 ? [] : rest.slice(next).flat();
    return [
      { type: 'procedure', ...base, description, steps: [...first, ...own.flat()], form },
      ...after.map((node) => this.#untitled(node)),
    ];
  }

  /** An item that stands where the next title would: a procedure where it has items of its own, else words. */
  #untitled(node: ListNode): Part {
    const title = `${node.mark.printed} ${node.text}`;
    this.findings.push(finding('next-procedure', node.line, { title }));
    return node.children.length > 0
      ? asProcedure(node)
      : {
          type: 'prose',
          line: node.line,
          use: 'other',
          paragraphs: listWords([node]),
        };
  }

  /** Paragraphs below a chart's heading, as far as they are not the next title. */
  #captions(): Words[] {
    const captions: Words[] = [];
    for (
      let block = this.#peek();
      block?.type === 'paragraph' && !startsOrder(this.#blocks, this.#at);
      block = this.#peek()
    ) {
      captions.push({ text: block.text, line: block.line });
      this.#at++;
    }
    return captions;
  }

  /** What stands below a heading of the official form. It goes into a field that is not laid along the source. */
  #fieldWords(heading: Heading): Words[] {
    this.#at++;
    const words = this.#bodyWords();
    this.findings.push(finding('form-field', heading.line, { heading: withNumber(heading) }));
    const reason = 'อยู่ในช่อง form ของงานแล้ว';
    this.left.push(
      { line: heading.line, text: withNumber(heading), reason },
      ...words.map(({ text, line }) => ({ line, text, reason })),
    );
    return words;
  }

  /** Paragraphs, items and rows up to the next heading, as plain words with their marks. */
  #bodyWords(): Words[] {
    const words: Words[] = [];
    for (let block = this.#peek(); block; block = this.#peek()) {
      if (
        block.type === 'heading' ||
        block.type === 'contents' ||
        startsOrder(this.#blocks, this.#at)
      )
        break;
      if (block.type === 'table')
        words.push(
          ...block.rows.map(({ line, cells }) => ({
            line,
            text: cells.filter((cell) => cell !== '').join(' '),
          })),
        );
      else if (block.type === 'item')
        words.push({ text: `${block.mark.printed} ${block.text}`, line: block.line });
      else words.push({ text: block.text, line: block.line });
      this.#at++;
    }
    return words;
  }

  #items(): Item[] {
    const items: Item[] = [];
    for (let block = this.#peek(); block?.type === 'item'; block = this.#peek()) {
      items.push(block);
      this.#at++;
    }
    return items;
  }

  /** Paragraphs before the items of a heading's body, the items as lists, the paragraphs after them. */
  #body(): { before: Words[]; lists: ListNode[][]; after: Words[] } {
    const before: Words[] = [];
    for (
      let block = this.#peek();
      block?.type === 'paragraph' && !startsOrder(this.#blocks, this.#at);
      block = this.#peek()
    ) {
      before.push({ text: block.text, line: block.line });
      this.#at++;
    }
    const lists = buildLists(this.#items());
    return { before, lists, after: this.#bodyWords() };
  }

  #section(heading: Heading): Part[] {
    const { usual, line } = heading;
    const title = withNumber(heading);
    const next = this.#blocks[this.#at + 1];
    if (
      next?.type === 'item' &&
      isLabelled(next.mark) &&
      (usual === undefined || usual.type === 'strategies' || usual.type === 'goals')
    )
      return [this.#strategies(title, line)];
    this.#at++;
    // A heading that another of its kind follows at once says what is missing below both.
    const twin = this.#peek();
    const twins: Words[] = [];
    if (
      usual &&
      twin?.type === 'heading' &&
      twin.usual?.type === usual.type &&
      usual.type === 'tasks' &&
      twin.hashes === heading.hashes
    ) {
      twins.push({ text: withNumber(twin), line: twin.line });
      this.#at++;
    }
    const body = this.#body();
    const before = [...twins, ...body.before];
    const { lists, after } = body;
    const [list, ...others] = lists;
    const rest: Words[] = [...others.flatMap((other) => listWords(other)), ...after];
    const whole = [...before, ...(list ? listWords(list) : []), ...rest];
    if (whole.length === 0 || (usual?.type === 'tasks' && !list)) {
      this.findings.push(finding('empty-heading', line, { title }));
      return [{ type: 'lost', line, title, lines: whole }];
    }
    const prose = (use: 'preface' | 'introduction' | 'other'): Part => ({
      type: 'prose',
      line,
      use,
      title,
      paragraphs: whole,
    });
    const loose = (words: readonly Words[]): Part[] =>
      words[0] ? [{ type: 'prose', line: words[0].line, use: 'other', paragraphs: words }] : [];
    if (usual?.type === 'preface') return [prose('preface')];
    if (usual?.type === 'introduction') {
      if (list && before.some(({ text }) => /อำนาจหน้าที่|บทบาทหน้าที่/u.test(text)))
        return [{ type: 'list', line, role: 'powers', title, before, list, after: rest }];
      return [prose('introduction')];
    }
    if (usual?.type === 'tasks' && list) {
      this.left.push(
        ...before.map(({ text, line: at }) => ({
          line: at,
          text,
          reason: 'ความนำเหนือรายการภารกิจ แบบของส่วนนี้ไม่มีช่องให้',
        })),
      );
      if (before.length > 0)
        this.findings.push(
          finding('unknown-heading', line, { title: before.map(({ text }) => text).join(' ') }),
        );
      return [{ type: 'tasks', line, title, list }, ...loose(rest)];
    }
    if (usual?.type === 'role' || usual?.type === 'goals') {
      const role = usual.type === 'role' ? usual.role : 'goals';
      if (list) return [{ type: 'list', line, role, title, before, list, after: rest }];
      return [{ type: 'statement', line, role, title, text: whole }];
    }
    const isCounted = list !== undefined && list.length > 1 && list[0]?.mark.path.length === 1;
    this.findings.push(
      isCounted
        ? finding('maybe-procedure', line, { title, count: list.length })
        : finding('unknown-heading', line, { title }),
    );
    return [prose('other')];
  }

  #strategies(title: string, line: number): Part {
    this.#at++;
    const strategies: StrategyPart[] = [];
    for (let block = this.#peek(); block; block = this.#peek()) {
      if (block.type === 'item' && isLabelled(block.mark)) {
        strategies.push({ text: block.text, line: block.line, mark: block.mark.printed });
        this.#at++;
        continue;
      }
      const last = strategies.at(-1);
      if (
        block.type !== 'heading' ||
        !last ||
        (block.usual?.type !== 'goals' && block.usual?.type !== 'ways')
      )
        break;
      const type = block.usual.type;
      if (last[type]) break;
      this.#at++;
      const items: Item[] = [];
      for (
        let item = this.#peek();
        item?.type === 'item' && !isLabelled(item.mark);
        item = this.#peek()
      ) {
        items.push(item);
        this.#at++;
      }
      strategies[strategies.length - 1] = {
        ...last,
        [type]: { heading: block.text, list: buildLists(items).flat() },
      };
    }
    return { type: 'strategies', line, title, strategies };
  }

  /** Blocks that no heading stands above. */
  #loose(): Part[] {
    const block = this.#peek();
    if (block?.type === 'table')
      this.findings.push(
        finding('table', block.line, { text: block.rows[0]?.cells.join(' ') ?? '' }),
      );
    const words = this.#bodyWords();
    if (words.length === 0) this.#at++;
    const [first] = words;
    return first ? [{ type: 'prose', line: first.line, use: 'other', paragraphs: words }] : [];
  }
}

/** `๒.` after `๑.`: the very next number of the same style and place. */
function countsOn(mark: ListMark, last: ListMark | undefined): boolean {
  if (!last) return false;
  return (
    mark.style === last.style &&
    mark.path.slice(0, -1).join('.') === last.path.slice(0, -1).join('.') &&
    countOf(mark) === (countOf(last) ?? NaN) + 1
  );
}

/** A step that has steps of its own, as the procedure that it is. */
function asProcedure(node: ListNode): ProcedurePart {
  return {
    type: 'procedure',
    line: node.line,
    number: node.mark.printed,
    title: node.text,
    description: [],
    scope: [],
    steps: node.children,
    form: [],
  };
}

const withNumber = ({ number, text }: Heading): string =>
  number === undefined ? text : `${number.printed} ${text}`;

/** A list as plain words, marks included, in the order of the source. */
export function listWords(list: readonly ListNode[]): Words[] {
  return list.flatMap((node) => [
    { text: `${node.mark.printed} ${node.text}`, line: node.line },
    ...listWords(node.children),
  ]);
}
