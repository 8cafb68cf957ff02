// Stage: model. How a link is known: frontmatter → {ref, basis}.
import { z } from 'zod';
import { Id, ScopedId } from './id.ts';

/**
 * Where a link or an alias comes from. `stated`: the source says it. `same-words`: the wording of both
 * ends is the same. `editor`: an editor's reading, not in the source.
 */
export const Basis = z
  .enum(['stated', 'same-words', 'editor'])
  .describe('รู้ได้อย่างไร stated: ต้นฉบับระบุ, same-words: ถ้อยคำตรงกัน, editor: ผู้เรียบเรียงระบุเอง');
export type Basis = z.infer<typeof Basis>;

/** What the reader sees beside a link, by its basis. */
export const basisLabel: Record<Basis, string> = {
  stated: 'ต้นฉบับระบุ',
  'same-words': 'ถ้อยคำตรงกัน ต้นฉบับไม่ได้โยงไว้',
  editor: 'ผู้เรียบเรียงระบุ ไม่ปรากฏในต้นฉบับ',
};

/** The basis that a group of links can claim: its weakest one; `stated` for none at all. */
export function weakestBasis(links: readonly { readonly basis: Basis }[]): Basis {
  return Basis.options.findLast((basis) => links.some((link) => link.basis === basis)) ?? 'stated';
}

/** A link to an office or a person. */
export const Link = z.strictObject({ ref: Id, basis: Basis });
/** A link to a unit, task or procedure. */
export const ScopedLink = z.strictObject({ ref: ScopedId, basis: Basis });
/** A word that people use for something, with its basis. */
export const Alias = z.strictObject({
  text: z.string().min(1).describe('คำที่คนทั่วไปใช้เรียก'),
  basis: Basis,
});
/** A text of the site's own that may not stand in the source (a manual's title, for example). */
export const TextWithBasis = z.strictObject({
  text: z.string().min(1).describe('ข้อความ'),
  basis: Basis,
});

export type Link = z.infer<typeof Link>;
export type ScopedLink = z.infer<typeof ScopedLink>;
export type Alias = z.infer<typeof Alias>;
