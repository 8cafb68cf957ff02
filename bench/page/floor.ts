// Bench: a procedure and its built page → the least that shows the same: one file with inline styles, the same chart, the same fonts.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Step {
  readonly id: string;
  readonly text: string;
  readonly substeps: readonly { readonly id: string; readonly text: string }[];
}

const FONTS = 'src/styles/fonts';
const WEIGHTS = [400, 700] as const;
const fileOf = (weight: number): string => `sarabun-${String(weight)}.woff2`;

const STYLE = `
body{margin:0 auto;max-width:42rem;padding:1rem;font:17px/1.7 Sarabun,sans-serif;color:#1a2029}
h1,h2{line-height:1.6}ol{padding-left:1.5rem}svg{display:block;max-width:100%;height:auto;margin:auto;font-size:16px}
.fc-lanes{display:none}.fc-box,.fc-gh,.fc-frame{fill:#fff;stroke:#767e74}.fc-strip{fill:#e2eaf7}.fc-ck{display:none}
.fc-no{text-anchor:middle;font-weight:700}.fc-b{font-weight:700}.fc-e path{fill:none;stroke:#525c68;stroke-width:1.5}
.fc-actor,.fc-to,.fc-when{font-size:14px}.fc-t rect{fill:none;stroke:#525c68}`;

/** @param page the built page, from which the chart is taken */
export function writeFloor(
  folder: string,
  root: string,
  procedure: { readonly title: string; readonly steps: readonly Step[] },
  page: string,
): void {
  mkdirSync(folder, { recursive: true });
  const faces = WEIGHTS.map((weight) => {
    const file = fileOf(weight);
    copyFileSync(path.join(root, FONTS, file), path.join(folder, file));
    return `@font-face{font-family:Sarabun;font-weight:${String(weight)};font-display:swap;src:url(${file})}`;
  });
  const charts = page.match(/<svg class="fc .*?<\/svg>/gs);
  if (!charts) throw new Error('the built page has no chart');
  const item = ({ id, text, substeps }: Step): string =>
    `<li id="step-${id}">${text}${substeps.length > 0 ? `<ol>${substeps.map((one) => item({ ...one, substeps: [] })).join('')}</ol>` : ''}</li>`;
  const html = `<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${procedure.title}</title><link rel="preload" href="${fileOf(WEIGHTS[0])}" as="font" type="font/woff2" crossorigin>
<style>${faces.join('')}${STYLE}</style>
<h1>${procedure.title}</h1><ol>${procedure.steps.map(item).join('')}</ol><h2>ผังงาน</h2>${charts.join('')}</html>`;
  writeFileSync(path.join(folder, 'index.html'), html);
}

/** @throws Error where the page was not built */
export function readPage(folder: string, at: string): string {
  return readFileSync(path.join(folder, at, 'index.html'), 'utf8');
}
