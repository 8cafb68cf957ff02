// Stage: source. A file's text as it was decoded → why it cannot be read at all.

/** Some 300 printed pages. What is longer is no manual, and would keep the checks busy for minutes. */
export const LONGEST_FILE = 1_000_000;

/** Why a text cannot be read at all, and the line that shows it. Bytes that are not UTF-8 arrive as U+FFFD, UTF-16 with NULs. */
export function fileFault(
  text: string,
): { code: 'TOO_LARGE' | 'NOT_UTF8'; line: number } | undefined {
  if (text.length > LONGEST_FILE) return { code: 'TOO_LARGE', line: 1 };
  const at = text.search(/[\uFFFD\0]/);
  return at < 0 ? undefined : { code: 'NOT_UTF8', line: text.slice(0, at).split('\n').length };
}
