// Stage: components, in the browser, shared. Text → the clipboard, also where the page came without TLS.

/** Whether it worked. An office's own network serves plain http, where browsers offer no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'vh';
  // Inside an open dialog: what lies outside cannot be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  // Old, and the only way without the clipboard.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}
