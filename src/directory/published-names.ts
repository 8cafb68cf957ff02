// Stage: directory. A site's /data/manuals.json → the names that a portal needs of it.
import { z } from 'zod';

/** Whatever else a site publishes is left aside: it may be built by an older or a newer version than the portal. */
export const PublishedNames = z.object({
  version: z.literal(1),
  manuals: z.array(
    z.object({
      title: z.object({ text: z.string() }),
      url: z.string(),
      office: z.object({ id: z.string() }),
    }),
  ),
  procedures: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      aliases: z.array(z.object({ text: z.string() })),
    }),
  ),
  people: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      spellings: z.array(z.object({ text: z.string() })),
    }),
  ),
  offices: z.array(z.object({ id: z.string(), name: z.string(), short: z.string() })),
});
export type PublishedNames = z.infer<typeof PublishedNames>;
