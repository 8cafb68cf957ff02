// Stage: form. Names that the page's script and the editor's configuration share.

/** How the form calls the folder of content, wherever it lies in the project. */
export const CONTENT = 'content';

/** The editor's names for what reads and writes our files (browser/form.ts). It wants `-frontmatter` for .mdx. */
export const FORMATS = { mdx: 'khumue-frontmatter', yaml: 'khumue-yaml' } as const;
