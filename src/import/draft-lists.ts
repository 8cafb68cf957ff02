// Stage: import. Lists of an outline → lists as the frontmatter holds them, with ids, and the numbers that read otherwise.
import { markAt } from '../model/mark.ts';
import type { Reread } from './draft-notes.ts';
import { finding, type Finding } from './finding.ts';
import { isBullet } from './list-mark.ts';
import type { ListNode } from './list-tree.ts';
import type { NewId } from './new-id.ts';
import { listWords } from './outline.ts';
import type { Left } from './source-lines.ts';

export interface Entry {
  readonly id: string;
  readonly text: string;
  readonly numbering?: string;
  readonly entries?: readonly Entry[];
}
export interface NumberedEntries {
  readonly numbering?: string;
  readonly entries: readonly Entry[];
}

/** Gives ids to lists and keeps what had to be read otherwise. */
export class ListDrafter {
  readonly reread: Reread[] = [];
  readonly left: Left[] = [];
  readonly findings: Finding[] = [];
  readonly #newId: NewId;

  constructor(newId: NewId) {
    this.#newId = newId;
  }

  /** `levels`: how many lists inside each other the form has room for. `bare`: whether a list may stand without numbers. */
  list(nodes: readonly ListNode[], levels: number, bare = false): NumberedEntries {
    const numbering = this.#numbering(nodes, bare);
    const entries = nodes.map((node): Entry => {
      const id = this.#newId();
      if (node.children.length === 0) return { id, text: node.text };
      if (levels <= 1) {
        this.findings.push(finding('deep', node.line, { text: node.text }));
        return {
          id,
          text: [node.text, ...listWords(node.children).map(({ text }) => text)].join(' '),
        };
      }
      const below = this.list(node.children, levels - 1);
      return {
        id,
        text: node.text,
        ...(below.numbering === undefined ? {} : { numbering: below.numbering }),
        entries: below.entries,
      };
    });
    return { ...(numbering === undefined ? {} : { numbering }), entries };
  }

  #numbering(nodes: readonly ListNode[], bare: boolean): string | undefined {
    const [first] = nodes;
    if (!first) return undefined;
    if (isBullet(first.mark)) {
      if (bare) {
        for (const { mark, line } of nodes)
          this.left.push({
            line,
            text: mark.printed,
            occurrence: 1,
            reason: 'เครื่องหมายนำหน้ารายการ',
          });
        return undefined;
      }
      this.findings.push(finding('no-number', first.line, { text: first.text }));
      nodes.forEach(({ mark, line, text }, i) => {
        const read = `${String(i + 1)}.`;
        const reason = 'ต้นฉบับใช้เครื่องหมายนำแทนเลขข้อ แบบของเว็บต้องมีเลขข้อ';
        const words = text.slice(0, 12);
        this.reread.push({
          line,
          printed: `${mark.printed} ${words}`.trim(),
          read: `${read} ${words}`,
          kind: 'number',
          reason,
          certainty: 'unsure',
        });
      });
      return '1.';
    }
    nodes.forEach(({ mark, line }, i) => {
      const read = expected(first.mark.printed, i);
      if (read === undefined || read.replace(/\s/g, '') === mark.printed.replace(/\s/g, '')) return;
      this.findings.push(finding('number-slip', line, { printed: mark.printed, read }));
      const reason = 'เลขข้อไม่ต่อกับข้อก่อนหน้า เครื่องนำเข้านับให้ตามลำดับ';
      this.reread.push({
        line,
        printed: mark.printed,
        read,
        kind: 'number',
        reason,
        certainty: 'unsure',
      });
    });
    return first.mark.printed;
  }
}

function expected(first: string, index: number): string | undefined {
  try {
    return markAt(first, index);
  } catch {
    return undefined;
  }
}
