// Stage: search, both sides. What is searched ↔ the list of pages that the browser loads before it asks Pagefind.
import type { Chunk } from './pagefind-format.ts';
import {
  fields,
  kinds,
  type Choice,
  type Field,
  type Kind,
  type NamedPerson,
  type SearchContent,
} from './search-page.ts';

/** The catalogue's file, in the index folder. */
export const CATALOGUE_FILE = 'catalogue.json';

/** As the file holds it. Numbers point into the lists; -1 is none. Trailing empty values are left out. */
interface Packed {
  readonly manuals: number;
  readonly chunks: readonly (readonly [from: string, to: string, hash: string])[];
  /** Of each block (block.ts), its first page. */
  readonly blocks: readonly number[];
  /** Of each block, that of all its texts: the next build looks whether it is as it was. */
  readonly hashes: readonly string[];
  /** In the pages' order, whose lines lie in which pack. */
  readonly packs: readonly (readonly [hash: string, pages: number])[];
  readonly offices: readonly (readonly [string, string])[];
  readonly units: readonly (readonly [string, string])[];
  readonly people: readonly (readonly [string, string, readonly string[]])[];
  readonly pages: readonly PackedPage[];
}
type PackedPage = readonly [
  url: string,
  title: string,
  kind: number,
  place: string,
  office: number,
  unit: number,
  people: readonly number[],
  parts: readonly PackedPart[],
];
type PackedPart = readonly [
  field: number,
  units: number,
  label?: string,
  anchor?: string,
  kind?: number,
  substitutes?: number,
];

/** A part as the query side knows it: where it lies among its page's units, but not its words. */
export interface PlacedPart {
  readonly field: Field;
  readonly kind: Kind;
  readonly label: string;
  readonly anchor: string;
  readonly substitutes: boolean;
  /** Position of its first unit, and of the first one after it. */
  readonly from: number;
  readonly to: number;
}

export interface CataloguePage {
  /** Its place in the catalogue, from 0. */
  readonly number: number;
  /** The pack that holds its lines, and its place in it, from 0. */
  readonly pack: string;
  readonly packed: number;
  readonly url: string;
  readonly title: string;
  readonly kind: Kind;
  readonly place: string;
  readonly office: string;
  readonly unit: string;
  readonly people: readonly string[];
  readonly parts: readonly PlacedPart[];
  /** How many units it has. */
  readonly length: number;
  /** For each position, the index of its part. */
  readonly partAt: Uint16Array;
}

export interface Catalogue {
  readonly manuals: number;
  readonly chunks: readonly Chunk[];
  readonly blocks: readonly number[];
  readonly offices: readonly Choice[];
  readonly units: readonly Choice[];
  readonly people: readonly NamedPerson[];
  readonly pages: readonly CataloguePage[];
  /** How many units a page has on average. */
  readonly averageLength: number;
}

/** What indexing found out, in the pages' order. */
export interface Indexed {
  /** For each page, how many units each part has. */
  readonly lengths: readonly (readonly number[])[];
  readonly chunks: readonly Chunk[];
  readonly blocks: readonly number[];
  readonly hashes: readonly string[];
  readonly packs: readonly Pack[];
}

/** Lines of so many pages in a row, in a file. */
export interface Pack {
  readonly hash: string;
  readonly pages: number;
}

/** The catalogue of pages that are not indexed: enough to list, count and filter them. */
export function listedCatalogue(content: SearchContent): Catalogue {
  return unpackCatalogue(
    packCatalogue(content, { lengths: [], chunks: [], blocks: [], hashes: [], packs: [] }),
  );
}

export function packCatalogue(content: SearchContent, indexed: Indexed): string {
  const indexIn = (choices: readonly Choice[], id: string | undefined): number =>
    choices.findIndex((choice) => choice.id === id);
  const packed: Packed = {
    manuals: content.manuals,
    chunks: indexed.chunks.map(({ from, to, hash }) => [from, to, hash]),
    blocks: indexed.blocks,
    hashes: indexed.hashes,
    packs: indexed.packs.map(({ hash, pages }) => [hash, pages]),
    offices: content.offices.map(({ id, label }) => [id, label]),
    units: content.units.map(({ id, label }) => [id, label]),
    people: content.people.map(({ id, label, names }) => [id, label, names]),
    pages: content.pages.map((page, i): PackedPage => [
      page.url,
      page.title,
      kinds.indexOf(page.kind),
      page.place,
      indexIn(content.offices, page.office),
      indexIn(content.units, page.unit),
      page.people.map((id) => indexIn(content.people, id)),
      page.parts.map((part, j): PackedPart => {
        const values: (string | number)[] = [
          fields.indexOf(part.field),
          indexed.lengths[i]?.[j] ?? 0,
          part.label ?? '',
          part.anchor ?? '',
          part.kind ? kinds.indexOf(part.kind) : -1,
          part.substitutes ? 1 : 0,
        ];
        while (values.length > 2 && ['', 0, -1].includes(values.at(-1) ?? '')) values.pop();
        return values as unknown as PackedPart;
      }),
    ]),
  };
  return JSON.stringify(packed);
}

/** What of the words lies where, for the next build. @throws SyntaxError when the text is not JSON */
export function unpackIndexed(text: string): Pick<Indexed, 'chunks' | 'hashes'> {
  const { chunks, hashes } = JSON.parse(text) as Packed;
  return { chunks: chunks.map(unpackChunk), hashes };
}

function unpackChunk([from, to, hash]: Packed['chunks'][number]): Chunk {
  return { from, to, hash };
}

/** @throws SyntaxError when the text is not JSON */
export function unpackCatalogue(text: string): Catalogue {
  const packed = JSON.parse(text) as Packed;
  const places = packed.packs.flatMap(([hash, count]) =>
    Array.from({ length: count }, (_, at) => ({ hash, at })),
  );
  const pages = packed.pages.map((page, i): CataloguePage => {
    const [url, title, kind, place, office, unit, people, packedParts] = page;
    let length = 0;
    const parts = packedParts.map(
      ([field, units, label, anchor, partKind, substitutes]): PlacedPart => ({
        field: fields[field] ?? 'body',
        kind: kinds[partKind ?? kind] ?? kinds[kind] ?? 'text',
        label: label ?? '',
        anchor: anchor ?? '',
        substitutes: substitutes === 1,
        from: length,
        to: (length += units),
      }),
    );
    const partAt = new Uint16Array(length);
    parts.forEach((part, i) => partAt.fill(i, part.from, part.to));
    return {
      number: i,
      pack: places[i]?.hash ?? '',
      packed: places[i]?.at ?? 0,
      url,
      title,
      kind: kinds[kind] ?? 'text',
      place,
      office: packed.offices[office]?.[0] ?? '',
      unit: packed.units[unit]?.[0] ?? '',
      people: people.flatMap((person) => packed.people[person]?.[0] ?? []),
      parts,
      length,
      partAt,
    };
  });
  return {
    manuals: packed.manuals,
    chunks: packed.chunks.map(unpackChunk),
    blocks: packed.blocks,
    offices: packed.offices.map(([id, label]) => ({ id, label })),
    units: packed.units.map(([id, label]) => ({ id, label })),
    people: packed.people.map(([id, label, names]) => ({ id, label, names })),
    pages,
    averageLength: pages.reduce((sum, { length }) => sum + length, 0) / (pages.length || 1),
  };
}
