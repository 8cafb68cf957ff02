// An office's files → what its site is built from, for tests of people, duties and tasks.
import { join } from 'node:path';
import { checkContent, type OfficeFiles } from '../../../src/authoring/check-content.ts';
import { toContent } from '../../../src/authoring/parse-content.ts';
import { formatProblem } from '../../../src/authoring/problem.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { buildLibrary, type Library } from '../../../src/model/library.ts';
import { align } from '../../../src/source/align.ts';
import { manualPieces } from '../../../src/source/pieces.ts';
import { provenanceOf, type Provenance } from '../../../src/source/provenance.ts';
import { readSeed, type Reading } from '../../../src/source/reading.ts';

const ROOT = join(import.meta.dirname, '../../..');

export interface Built {
  readonly files: OfficeFiles;
  readonly library: Library;
  readonly readings: readonly Reading[];
  readonly provenance: (manual: string) => Provenance;
}

/** The five manuals as they are. */
export const fiveManuals = (): Built => built(readOffice(officeFolders({}), ROOT));

/** The invented office: two orders, the second ends the first; chains of stand-ins. */
export const inventedOffice = (): Built =>
  built(readOffice(officeFolders({ KHUMUE_OFFICE: 'tests/fixtures/office' }), ROOT));

/** @throws Error with the first problem that the checks find. */
export function built(files: OfficeFiles): Built {
  const checked = checkContent(files);
  const [problem] = checked.problems;
  if (problem) throw new Error(formatProblem(problem));
  const content = toContent(checked.content);
  const readings = files.seeds.map(
    (seed) => readSeed(seed, checked.corrections, checked.omissions).reading,
  );
  return {
    files,
    library: buildLibrary(content),
    readings,
    provenance(manual) {
      const seed = content.manuals.find(({ id }) => id === manual)?.data.seed;
      const reading = readings.find((one) => one.seed === seed);
      if (!reading) throw new Error(`no seed of ${manual}`);
      return provenanceOf(reading, align(reading, manualPieces(manual, content)));
    },
  };
}
