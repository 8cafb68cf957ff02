// Stage: folder copy. Module scripts of the built site → one classic script that does the same.
import path from 'node:path';
import { build as esbuild, type BuildOptions } from 'esbuild';

/** Modules of one page stay one script: what they share is there once, and runs once. */
export function classicScript(modules: readonly string[], site: string): Promise<string> {
  const contents = modules.map((module) => `import ${JSON.stringify(`./${module}`)};`).join('\n');
  return bundle({ stdin: { contents, resolveDir: site } });
}

/** What runs before it on every page (browser/shim.ts). */
export function shimScript(): Promise<string> {
  return bundle({ entryPoints: [path.join(import.meta.dirname, 'browser/shim.ts')] });
}

/** A file of the site as a script: the shim asks for it in the file's place. */
export function dataScript(file: string, bytes: Uint8Array): string {
  return `khumueFile(${JSON.stringify(file)},"${Buffer.from(bytes).toString('base64')}");\n`;
}

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await esbuild({
    ...options,
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    tsconfigRaw: {},
  });
  const [script] = outputFiles;
  if (!script) throw new Error('folder: no script');
  return script.text;
}
