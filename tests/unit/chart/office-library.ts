// An office's folder → its library, for tests that draw every procedure.
import path from 'node:path';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { buildLibrary, type Library } from '../../../src/model/library.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** @throws Error when the office's content has problems. */
export function officeLibrary(office?: string): Library {
  const files = readOffice(
    officeFolders(office === undefined ? {} : { KHUMUE_OFFICE: office }),
    root,
  );
  const { content, problems } = checkContent(files);
  if (problems.length > 0)
    throw new Error(`${office ?? 'src'}: ${String(problems.length)} problems`);
  return buildLibrary({
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      paragraphs: section.prose.map(({ text }) => text),
    })),
  });
}

export const FIXTURE_OFFICE = 'tests/fixtures/office';
