// Stage: hosting. The file of the script that stands in a page -> its text there, of which the policy has the hash.

/** Without its comment lines, its indents and the line ends around it: nothing that may be done to a page changes it then. */
export function asInPage(file: string): string {
  return file
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//'))
    .join('\n');
}
