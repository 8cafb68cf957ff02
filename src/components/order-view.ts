// Stage: components. An order and the library → whether it stands, what came before and after it, and where that is said.
import type { Library, Order } from '../model/library.ts';
import { thaiDate } from '../model/numeral.ts';
import { assignmentAnchor, orderPath } from '../model/paths.ts';
import { endedBy, ends } from '../model/responsibility.ts';
import type { Provenance } from '../source/provenance.ts';
import { pieceNote, type SourceNote } from '../source/source-note.ts';

/** An order that another one names, with or without its text here. */
export interface OrderMention {
  readonly number: string;
  readonly date: string;
  readonly subject: string;
  /** From the site's root; undefined where the order itself is in no source. */
  readonly path: string | undefined;
  /** The order that says so, and the line on which it does. */
  readonly said: {
    readonly number: string;
    readonly path: string;
    readonly note: SourceNote | undefined;
  };
}

export interface OrderStanding {
  readonly ended: boolean;
  /** In words, and no surer than the sources. */
  readonly words: string;
  readonly replaces: readonly OrderMention[];
  readonly replacedBy: readonly OrderMention[];
}

type ProvenanceOf = (manual: string) => Provenance;

export function orderStanding(
  order: Order,
  library: Library,
  provenance: ProvenanceOf,
): OrderStanding {
  const replacedBy = endedBy(order, library);
  return {
    ended: replacedBy.length > 0,
    words:
      replacedBy.length > 0
        ? `ถูกยกเลิกแล้วโดยคำสั่งที่ ${replacedBy.map(({ number }) => number).join(', ')}`
        : 'ไม่พบคำสั่งในต้นฉบับที่ยกเลิกคำสั่งนี้',
    replaces: ends(order, library).map(({ said, order: other }) => ({
      number: said.number,
      date: thaiDate(said.date),
      subject: said.subject,
      path: other && orderPath(other.id),
      said: {
        number: order.number,
        path: orderPath(order.id),
        note: whereSaid(order, said.number, provenance),
      },
    })),
    replacedBy: replacedBy.map((later) => ({
      number: later.number,
      date: thaiDate(later.date),
      subject: subjectOf(later),
      path: orderPath(later.id),
      said: {
        number: later.number,
        path: orderPath(later.id),
        note: whereSaid(later, order.number, provenance),
      },
    })),
  };
}

/** The paragraph of an order that names the other's number. */
function whereSaid(by: Order, number: string, provenance: ProvenanceOf): SourceNote | undefined {
  const bare = (text: string): string => text.replace(/\s+/g, '');
  const index = by.paragraphs.findIndex((text) => bare(text).includes(bare(number)));
  return index < 0
    ? undefined
    : pieceNote(provenance(by.manual), by.id, `paragraphs.${String(index)}`);
}

/** Which orders an order ends, in one line. */
export function replacesWords(order: Order): string {
  return `ยกเลิกคำสั่งที่ ${order.replaces.map(({ number }) => number).join(' และ ')}`;
}

/** A way to each of those whom an order names. */
export function assignmentParts(order: Order): { readonly id: string; readonly label: string }[] {
  return order.assignments.map(({ name }, i) => ({ id: assignmentAnchor(i), label: name }));
}

/** What an order is about, without the word that says so. */
export function subjectOf(order: Order): string {
  return order.subjectLine.replace(/^เรื่อง\s*/, '');
}

/** One order of a line of orders; indented by how many others stand between it and the newest. */
export interface LineageStep {
  readonly number: string;
  readonly date: string;
  readonly iso: string;
  readonly path: string | undefined;
  readonly here: boolean;
}

/** Every order that this one follows from or leads to, as far as the orders here name each other, oldest first. */
export function lineage(order: Order, library: Library): LineageStep[] {
  const found = new Map<string, LineageStep>();
  const add = (one: Order): void => {
    if (found.has(one.id)) return;
    found.set(one.id, {
      number: one.number,
      date: thaiDate(one.date),
      iso: one.date,
      path: orderPath(one.id),
      here: one.id === order.id,
    });
    for (const { said, order: before } of ends(one, library)) {
      if (before) add(before);
      else
        found.set(`${said.number} ${said.date}`, {
          number: said.number,
          date: thaiDate(said.date),
          iso: said.date,
          path: undefined,
          here: false,
        });
    }
    endedBy(one, library).forEach(add);
  };
  add(order);
  return [...found.values()].toSorted((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0));
}
