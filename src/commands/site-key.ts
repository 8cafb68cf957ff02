// build, build:portal: code, an office's files and settings -> a key, the same where the same site would come out.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OfficeFiles } from '../authoring/check-content.ts';

/** What a site is made by, content aside, from the project's root. */
const CODE = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  // What npm has put there: a package may be optional.
  'node_modules/.package-lock.json',
];
const CONTENT = 'src/content';
/** All that the code reads of its environment and that shows in the site. */
const SETTINGS = [
  'SITE_URL',
  'BASE_PATH',
  'KHUMUE_NAMES',
  'KHUMUE_OFFICE',
  'KHUMUE_OFFLINE',
  'KHUMUE_PICTURES',
];

/** @param root the project's folder */
export function siteKey(root: string, files: OfficeFiles, environment: Environment): string {
  return hash(JSON.stringify([...makers(root, environment), officeKey(files)]));
}

/** Wherever the office lies. */
function officeKey({ content, seeds, corrections, omissions }: OfficeFiles): string {
  const sum = createHash('sha256');
  const add = (name: string, text: string): void => {
    sum.update(`${name}\0`).update(text).update('\0');
  };
  for (const { path: name, text } of content) add(name, text);
  for (const { id, text } of seeds) add(id, text);
  for (const { text } of [corrections, omissions]) add('', text);
  return sum.digest('hex');
}

/**
 * Of the program that Astro makes the pages into: changes with the code and its settings, and with the bodies of content
 * files, which become part of it.
 * @param content the office's folder of content
 * @param bodies a key of theirs
 */
export function programKey(
  root: string,
  content: string,
  bodies: string,
  environment: Environment,
): string {
  return hash(JSON.stringify([...makers(root, environment), content, bodies]));
}

type Environment = Readonly<Record<string, string | undefined>>;

function makers(root: string, environment: Environment): unknown[] {
  return [process.versions, SETTINGS.map((name) => environment[name] ?? ''), codeKey(root)];
}

/** Found once a run and project. */
const knownCode = new Map<string, string>();

/** Of the code alone. */
export function codeKey(root: string): string {
  const known = knownCode.get(root);
  if (known !== undefined) return known;
  const key = filesKey(
    CODE.map((name) => path.join(root, name)),
    path.join(root, CONTENT),
  );
  knownCode.set(root, key);
  return key;
}

function filesKey(parts: readonly string[], but = ''): string {
  const sum = createHash('sha256');
  const add = (file: string, name: string): void => {
    if (file === but || !existsSync(file)) return;
    if (statSync(file).isDirectory())
      for (const inside of readdirSync(file).sort())
        add(path.join(file, inside), `${name}/${inside}`);
    else sum.update(`${name}\0`).update(readFileSync(file)).update('\0');
  };
  for (const part of parts) add(part, path.basename(part));
  return sum.digest('hex');
}

/** For the names of folders. */
export function shortHash(text: string): string {
  return hash(text).slice(0, 8);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
