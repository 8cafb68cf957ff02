// Stage: authoring. A content file's path → what it holds and its id. The folder says the type, the name is the id.

export type ContentPlace =
  | { readonly type: 'manual'; readonly id: string }
  | {
      readonly type: 'section' | 'procedure' | 'order';
      readonly manual: string;
      readonly id: string;
    }
  | { readonly type: 'office' | 'person'; readonly id: string };

const FOLDERS = { sections: 'section', procedures: 'procedure', orders: 'order' } as const;
const SHARED = { offices: 'office', people: 'person' } as const;

/** The place of a path below the content folder (`manuals/loei-1/procedures/home.mdx`), or undefined. */
export function contentPlace(path: string): ContentPlace | undefined {
  const manual = /^manuals\/([^/]+)\/manual\.mdx$/.exec(path);
  if (manual?.[1]) return { type: 'manual', id: manual[1] };
  const part = /^manuals\/([^/]+)\/(sections|procedures|orders)\/([^/]+)\.mdx$/.exec(path);
  if (part?.[1] && part[3])
    return { type: FOLDERS[part[2] as keyof typeof FOLDERS], manual: part[1], id: part[3] };
  const shared = /^(offices|people)\/([^/]+)\.yaml$/.exec(path);
  if (shared?.[2]) return { type: SHARED[shared[1] as keyof typeof SHARED], id: shared[2] };
  return undefined;
}
