// Stage: pages. Collections and seeds → everything a page shows: the library and the way back to the sources.
import { getCollection } from 'astro:content';
import { parseContentFile } from '../authoring/content-file.ts';
import type { z } from 'zod';
import { proseParagraphs } from '../authoring/prose.ts';
import { officeFolders, readNotes, readSeeds } from '../authoring/read-office.ts';
import { checkShape } from '../authoring/schema-problems.ts';
import { buildLibrary, type Content, type Library } from '../model/library.ts';
import { namesSetting, type Names } from '../model/names.ts';
import { sameWorks, type SameWork } from '../model/same-work.ts';
import { align, type AlignedManual } from '../source/align.ts';
import { handedOver } from '../source/handed-over.ts';
import { manualPieces } from '../source/pieces.ts';
import { provenanceOf, type Provenance } from '../source/provenance.ts';
import { readSeed, type Reading } from '../source/reading.ts';
import { Corrections, Omissions, type Correction, type Omission } from '../source/seed-notes.ts';

export interface Site {
  readonly library: Library;
  /** One a seed, in the order of their file names. */
  readonly readings: readonly Reading[];
  readonly corrections: readonly Correction[];
  readonly omissions: readonly Omission[];
  /** A manual's way back to its seed. */
  readonly provenance: (manual: string) => Provenance;
  /** Manuals that say the same. */
  readonly works: () => readonly SameWork[];
  /** Whether names stand as printed. Where they are hidden, the content that is read has posts in their place. */
  readonly names: Names;
}

/** The addresses of all procedures, for the page, the Mermaid source and the drawing of each. */
export async function procedureAddresses(): Promise<
  { params: { manual: string; procedure: string }; props: { ref: string } }[]
> {
  const { library } = await site();
  return library.procedures.map(({ manual, id, ref }) => ({
    params: { manual, procedure: id },
    props: { ref },
  }));
}

let built: Promise<Site> | undefined;

/** The whole site's data; read once a build, anew for each page in development. */
export function site(): Promise<Site> {
  if (import.meta.env.DEV || !built) built = read();
  return built;
}

async function read(): Promise<Site> {
  const content = await readContent();
  const { corrections, omissions } = notes();
  const laid = handedOver().aligned;
  const readings = laid
    ? [...new Set(laid.map(({ reading }) => reading))]
    : readSeeds(officeFolders()).map((seed) => readSeed(seed, corrections, omissions).reading);
  const provenance = new Map<string, Provenance>();
  const aligned = new Map(laid?.map((one) => [one.manual, one]));
  const layAlong = (manual: string): AlignedManual => {
    const seed = content.manuals.find(({ id }) => id === manual)?.data.seed;
    const reading = readings.find((candidate) => candidate.seed === seed);
    if (!reading) throw new Error(`manual ${manual}: no seed "${seed ?? ''}"`);
    return { manual, reading, alignment: align(reading, manualPieces(manual, content)) };
  };
  const library = buildLibrary(content);
  return {
    names: namesSetting(process.env),
    library,
    readings,
    corrections,
    omissions,
    works: () => sameWorks(library, handedOver().known),
    provenance(manual) {
      const known = provenance.get(manual);
      if (known) return known;
      const { reading, alignment } = aligned.get(manual) ?? layAlong(manual);
      const made = provenanceOf(reading, alignment);
      provenance.set(manual, made);
      return made;
    },
  };
}

async function readContent(): Promise<Content> {
  const [manuals, sections, procedures, orders, offices, people] = await Promise.all([
    getCollection('manuals'),
    getCollection('sections'),
    getCollection('procedures'),
    getCollection('orders'),
    getCollection('offices'),
    getCollection('people'),
  ]);
  const part = <T>({
    id,
    data,
  }: {
    id: string;
    data: T;
  }): { manual: string; id: string; data: T } => {
    const [manual = '', partId = ''] = id.split('/');
    return { manual, id: partId, data };
  };
  return {
    manuals: manuals.toSorted(byId),
    sections: sections.map((entry) => ({
      ...part(entry),
      paragraphs: proseParagraphs(entry.body ?? '').map(({ text }) => text),
    })),
    procedures: procedures.map(part),
    orders: orders.map(part),
    offices: offices.toSorted(byId),
    people: people.toSorted(byId),
  };
}

/** As the checks read them, which have found them right: a file of nothing but comments holds no notes. */
function notes(): { corrections: readonly Correction[]; omissions: readonly Omission[] } {
  const files = readNotes(officeFolders());
  const checked = <T>(
    { shown, text }: { shown: string; text: string },
    schema: z.ZodType<T[]>,
  ): T[] => checkShape(parseContentFile(shown, text), schema).data ?? [];
  return {
    corrections: checked(files.corrections, Corrections),
    omissions: checked(files.omissions, Omissions),
  };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
