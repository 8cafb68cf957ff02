// Bench: what other tools make of the same procedures: their projects, installed once, with a page a procedure.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Published } from '../../src/model/published.ts';

type Procedure = z.infer<typeof Published>['procedures'][number];

export interface Peer {
  readonly name: string;
  /** With the search index and charts drawn at build, or with neither. */
  readonly makes: string;
  /** The project's folder below bench/peers/. */
  readonly project: string;
  /** Where its pages are written, and what it builds, below the project's folder. */
  readonly content: string;
  readonly out: string;
  /** The script that builds it, and its arguments. */
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

const STARLIGHT = {
  project: 'starlight',
  content: 'src/content/docs',
  out: 'dist',
  command: ['node_modules/astro/bin/astro.mjs', 'build'],
} as const;

export const peers: readonly Peer[] = [
  {
    ...STARLIGHT,
    name: 'Starlight',
    makes: 'index; charts in the browser',
    environment: {},
  },
  {
    name: 'VitePress',
    makes: 'no index; charts in the browser',
    project: 'vitepress',
    content: 'docs',
    out: 'docs/.vitepress/dist',
    command: ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs'],
    environment: {},
  },
  {
    name: 'Docusaurus',
    makes: 'no index; charts in the browser',
    project: 'docusaurus',
    content: 'docs',
    out: 'build',
    command: ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'],
    environment: {},
  },
  // Last: it takes several times as long as the others together.
  {
    ...STARLIGHT,
    name: 'Starlight',
    makes: 'index, charts at build',
    environment: { CHARTS: 'build' },
  },
];

/**
 * Copies a peer's project into a folder of its own, installs its packages where they are not there yet, and
 * writes its pages in the place of any others.
 * @returns the project's folder
 * @throws Error where the packages cannot be installed
 */
export function preparePeer(peer: Peer, root: string, procedures: readonly Procedure[]): string {
  const project = path.join(root, '.cache/peers', peer.project);
  const template = path.join(root, 'bench/peers', peer.project);
  const wanted = readFileSync(path.join(template, 'package.json'), 'utf8');
  const installed = path.join(project, 'package.json.installed');
  mkdirSync(project, { recursive: true });
  cpSync(template, project, { recursive: true });
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
    console.log(`${peer.name}: กำลังติดตั้งแพ็กเกจ`);
    const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', '--legacy-peer-deps'];
    const { status, stderr } = spawnSync('npm', args, {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    });
    if (status !== 0) throw new Error(`${peer.name}: ${stderr}`);
    writeFileSync(installed, wanted);
  }
  const content = path.join(project, peer.content);
  for (const made of [
    content,
    path.join(project, peer.out),
    path.join(project, '.astro'),
    path.join(project, '.docusaurus'),
    // What a tool keeps of its last build beside the packages: with it the next would not be from nothing.
    ...['.cache', '.astro', '.vite'].map((name) => path.join(project, 'node_modules', name)),
  ])
    rmSync(made, { recursive: true, force: true });
  if (peer.project === 'vitepress')
    cpSync(path.join(template, '.vitepress'), path.join(content, '.vitepress'), {
      recursive: true,
    });
  writePage(path.join(content, 'index.md'), 'คู่มือ', 'งานที่มีขั้นตอนทั้งหมด', peer);
  for (const procedure of procedures)
    writePage(
      path.join(content, `${pageOf(procedure)}.md`),
      procedure.title,
      markdown(procedure),
      peer,
    );
  return project;
}

/** Its page's path below a site's root, without a slash at either end. */
export function pageOf({ manual, id }: Pick<Procedure, 'manual' | 'id'>): string {
  return `${manual}/${id}`;
}

function writePage(file: string, title: string, body: string, { project }: Peer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const heading = project === 'vitepress' ? `# ${title}\n\n` : '';
  writeFileSync(file, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${heading}${body}\n`);
}

/** The chart and the steps, as their writer would put them down. */
function markdown({ mermaid, steps }: Procedure): string {
  const lines = steps.flatMap(({ text, substeps }, i) => [
    `${String(i + 1)}. ${text}`,
    ...substeps.map((substep, j) => `   ${String(j + 1)}. ${substep.text}`),
  ]);
  return ['```mermaid', mermaid.trim(), '```', '', '## ขั้นตอน', '', ...lines].join('\n');
}
