// Stage: command. An office's files → what a new manual or entry has to know of: offices, people, ids in use.
import { contentPlace } from '../authoring/content-place.ts';
import type { TextFile } from '../authoring/parse-content.ts';
import { parseContent } from '../authoring/parse-content.ts';
import type { Project } from '../import/questions.ts';

export function knownProject(files: readonly TextFile[]): Project {
  const { content } = parseContent(files);
  const ids = new Set<string>();
  for (const { path, text } of files) {
    const place = contentPlace(path);
    if (place) ids.add(place.id);
    // In files that do not parse as well: an id that somebody is just writing is taken.
    for (const [, id] of text.matchAll(/\bid:\s*["']?([a-z][a-z0-9-]*)/g))
      if (id !== undefined) ids.add(id);
  }
  return {
    offices: content.offices.map(({ id, data }) => ({ id, data })),
    people: content.people.map(({ id, data }) => ({ id, data })),
    manuals: content.manuals.map(({ id, data }) => ({ id, seed: data.seed })),
    parts: [...content.sections, ...content.procedures, ...content.orders].map(
      ({ manual, id }) => ({ manual, id }),
    ),
    ids,
  };
}
