// The project's own content → what is searched, and an engine over its index in memory.
import { gunzipSync } from 'node:zlib';
import { checkContent } from '../../../src/authoring/check-content.ts';
import { toContent } from '../../../src/authoring/parse-content.ts';
import { officeFolders, readOffice } from '../../../src/authoring/read-office.ts';
import { buildLibrary, type Library } from '../../../src/model/library.ts';
import type { IndexFiles } from '../../../src/search/build-index.ts';
import { searchEngine, type Engine } from '../../../src/search/engine.ts';
import { openIndex, type OpenIndex } from '../../../src/search/open-index.ts';

export function ownLibrary(): Library {
  return buildLibrary(toContent(checkContent(readOffice(officeFolders({}))).content));
}

export function fixtureLibrary(): Library {
  const office = officeFolders({ KHUMUE_OFFICE: 'tests/fixtures/office' });
  return buildLibrary(toContent(checkContent(readOffice(office)).content));
}

export function engineOver(files: Pick<IndexFiles, 'get'>): Engine {
  return searchEngine(() => openOver(files));
}

export function openOver(files: Pick<IndexFiles, 'get'>): Promise<OpenIndex> {
  return openIndex((path) => {
    const bytes = files.get(path);
    if (!bytes) return Promise.reject(new Error(`no file ${path}`));
    return Promise.resolve(bytes[0] === 0x1f ? gunzipSync(bytes) : bytes);
  });
}
