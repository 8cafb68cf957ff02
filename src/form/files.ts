// Stage: form. The project → every file of the form's folder, by name.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { editorFonts, licences, scripts, styles } from './bundle.ts';
import { editorConfig } from './editor-config.ts';
import { formPage } from './page.ts';
import { headersFile } from './policy.ts';

export async function formFiles(root: string): Promise<Map<string, string | Uint8Array>> {
  return new Map<string, string | Uint8Array>([
    ['index.html', formPage()],
    ['config.json', `${JSON.stringify(editorConfig(), null, 1)}\n`],
    ['_headers', headersFile()],
    ['favicon.svg', await readFile(path.join(root, 'public/favicon.svg'))],
    ...(await scripts()),
    ...(await styles()),
    ...(await editorFonts()),
    ...(await licences()),
    ['licenses/Sarabun.OFL.txt', await readFile(path.join(root, 'public/fonts/OFL.txt'))],
  ]);
}
