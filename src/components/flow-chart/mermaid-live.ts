// Stage: components, in the browser. Mermaid source → the address under which Mermaid's own editor opens it.

/**
 * The one link of the site that leads out. The source stands behind the #, so it is not sent to the
 * editor's server, and nothing is asked for before the reader clicks.
 */
export function mermaidLiveUrl(code: string): string {
  const state = { code, mermaid: '{"theme":"default"}', autoSync: true, updateDiagram: true };
  return `https://mermaid.live/edit#base64:${base64Url(JSON.stringify(state))}`;
}

/** UTF-8, then base64 with the letters that an address may hold. */
function base64Url(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte));
  return btoa(bytes.join('')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
