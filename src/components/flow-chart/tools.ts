// Stage: components, in the browser, on demand. An entry of the tools menu → print, share, link, picture, source.
import { shareLink } from '../share-page/share-link.ts';
import { copyText } from './clipboard.ts';
import { mermaidLiveUrl } from './mermaid-live.ts';
import { pictureSize } from './picture-size.ts';
import { rowOf } from './places.ts';
import { numberOf } from './walk-page.ts';

interface Chart extends HTMLElement {
  readonly step: string | undefined;
  readonly place: string | undefined;
}

const tools: Record<string, (chart: Chart, entry: HTMLElement) => unknown> = {
  print: () => window.print(),
  share: (chart) => share(chart),
  link: (chart) => copy(chart, stepUrl(chart.step ?? chart.place), 'คัดลอกลิงก์แล้ว'),
  png: (chart, entry) => savePicture(chart, entry.dataset['href'] ?? ''),
  source: (chart, entry) => showSource(chart, entry.getAttribute('href') ?? ''),
  'copy-source': (chart) => copy(chart, source(chart), 'คัดลอกซอร์สแล้ว'),
  live: (chart) => window.open(mermaidLiveUrl(source(chart)), '_blank', 'noopener,noreferrer'),
  close: (_chart, entry) => entry.closest('dialog')?.close(),
};

export async function runTool(chart: Chart, entry: HTMLElement): Promise<void> {
  const menu = entry.closest<HTMLDetailsElement>('details');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }
  try {
    await tools[entry.dataset['tool'] ?? '']?.(chart, entry);
  } catch {
    say(chart, 'ทำไม่สำเร็จ ลองใหม่อีกครั้ง');
  }
}

/** The menu names the step whose link it copies. */
export function nameStep(chart: Chart, menu: HTMLDetailsElement): void {
  const number = numberOf(chart.step ?? chart.place ?? '');
  const name = menu.querySelector('[data-tool="link"] span');
  if (name) name.textContent = number ? `คัดลอกลิงก์ของขั้น ${number}` : 'คัดลอกลิงก์ของหน้านี้';
}

function stepUrl(step: string | undefined): string {
  const url = new URL(location.href);
  // The run that the address names is in this browser only.
  url.search = '';
  url.hash = (step === undefined ? undefined : rowOf(step)?.id) ?? '';
  return url.href;
}

async function share(chart: Chart): Promise<void> {
  say(chart, (await shareLink(stepUrl(undefined))) ?? '');
}

async function copy(chart: Chart, text: string, done: string): Promise<void> {
  say(chart, (await copyText(text)) ? done : `คัดลอกไม่ได้ เลือกข้อความนี้แล้วคัดลอกเอง: ${text}`);
}

/** The file version carries its own colours and its text as paths, so a canvas needs neither style nor font. */
async function savePicture(chart: Chart, address: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const image = new Image();
  // As data: an image of another file spoils the canvas where pages are opened as files.
  image.src = `data:image/svg+xml,${encodeURIComponent(await answer.text())}`;
  await image.decode();
  const { width, height, scale } = pictureSize(image.naturalWidth, image.naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('flow-chart: no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.scale(scale, scale);
  pen.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((got) => canvas.toBlob(got, 'image/png'));
  if (!blob) throw new Error('flow-chart: no picture');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${/([^/]+)\.svg$/.exec(address)?.[1] ?? 'chart'}.png`;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(chart, 'บันทึกภาพ PNG แล้ว');
}

async function showSource(chart: Chart, address: string): Promise<void> {
  const dialog = chart.querySelector<HTMLDialogElement>('dialog.source-view');
  const code = dialog?.querySelector('code');
  if (!dialog || !code) return;
  if (!code.textContent) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    code.textContent = await answer.text();
  }
  dialog.showModal();
}

function source(chart: Chart): string {
  return chart.querySelector('dialog.source-view code')?.textContent ?? '';
}

let fades = 0;

/** Said on the screen and to the ear, over the page, so that nothing moves. */
function say(chart: Chart, words: string): void {
  const notice =
    chart.querySelector<HTMLElement>('dialog[open] .chart-notice') ??
    chart.querySelector<HTMLElement>(':scope > .chart-notice');
  if (!notice) return;
  notice.textContent = words;
  clearTimeout(fades);
  fades = window.setTimeout(() => (notice.textContent = ''), 6000);
}
