// Stage: form. The form's page: a folder is chosen, the editor opens on it, each save is told. Runs in the browser.
import type { CmsConfig } from '@sveltia/cms';
import { isRecord, toForm } from '../form-data.ts';
import { FORMATS } from '../places.ts';
import { choicesFrom, withChoices } from '../references.ts';
import type { Field } from '../fields.ts';
import { holdWords } from '../../thai/thai-nodes.ts';
import { editorRoot, filesIn, findContent, type Saved } from './project-folder.ts';

declare global {
  interface Window {
    /** Chromium's, on localhost and over https; TypeScript does not know it. */
    showDirectoryPicker: (options: {
      id: string;
      mode: 'readwrite';
    }) => Promise<FileSystemDirectoryHandle>;
  }
}

const start = element('start', HTMLElement);
const choose = element('choose', HTMLButtonElement);
const trouble = element('trouble', HTMLElement);
element('unready', HTMLElement).hidden = true;
const desk = element('desk', HTMLElement);
const said = element('said', HTMLElement);

holdWords(start);
if ('showDirectoryPicker' in window) {
  choose.hidden = false;
  choose.addEventListener('click', () => void open());
} else {
  trouble.textContent =
    'เบราว์เซอร์นี้เปิดโฟลเดอร์ในเครื่องไม่ได้ โปรดใช้ Chrome, Edge หรือเบราว์เซอร์อื่นที่ใช้ Chromium บนคอมพิวเตอร์ และเปิดหน้านี้จาก localhost หรือ https';
  trouble.hidden = false;
}

async function open(): Promise<void> {
  trouble.hidden = true;
  choose.disabled = true;
  try {
    const chosen = await window.showDirectoryPicker({ id: 'khumue', mode: 'readwrite' });
    await openEditor(await findContent(chosen));
  } catch (error) {
    choose.disabled = false;
    if (error instanceof DOMException && error.name === 'AbortError') return;
    trouble.textContent = error instanceof Error ? error.message : String(error);
    trouble.hidden = false;
  }
}

async function openEditor(content: FileSystemDirectoryHandle): Promise<void> {
  const config = (await (await fetch('./config.json')).json()) as CmsConfig;
  // The editor's test backend keeps its files in a folder of the browser's own: here that is the chosen one.
  const root = editorRoot(content, tell);
  navigator.storage.getDirectory = () =>
    Promise.resolve({
      getDirectoryHandle: () => Promise.resolve(root),
    } as unknown as FileSystemDirectoryHandle);
  localStorage.setItem('sveltia-cms.user', JSON.stringify({ backendName: 'test-repo' }));
  localStorage.setItem(
    'sveltia-cms.prefs',
    JSON.stringify({ closeOnSave: false, ...preferences(), locale: 'th' }),
  );
  // It reads these when it is loaded.
  const { default: CMS } = await import('@sveltia/cms');
  for (const [extension, name] of Object.entries(FORMATS))
    CMS.registerCustomFormat(name, extension, {
      fromFile: (text: string) => toForm(`.${extension}`, text),
      // project-folder.ts knows the file, and writes.
      toFile: (form: object) => JSON.stringify(form),
    });
  start.hidden = true;
  desk.hidden = false;
  const choices = choicesFrom(await readable(content));
  const collections = (config.collections ?? []).map((collection) => ({
    ...collection,
    fields: withChoices((collection as { fields: Field[] }).fields, choices),
  }));
  await CMS.init({ config: { ...config, collections } });
}

/** What the editor keeps of its user's choices: light or dark, for example. */
function preferences(): object {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem('sveltia-cms.prefs') ?? '{}');
    return isRecord(kept) ? kept : {};
  } catch {
    return {};
  }
}

/** A file that cannot be read offers nothing to refer to; the editor says that it cannot be read. */
async function readable(
  content: FileSystemDirectoryHandle,
): Promise<Parameters<typeof choicesFrom>[0]> {
  return (await filesIn(content)).flatMap(({ path, text }) => {
    try {
      return [{ path, data: toForm(path, text) }];
    } catch {
      return [];
    }
  });
}

function tell(saved: Saved): void {
  const refused = 'refusal' in saved;
  said.dataset['trouble'] = String(refused || saved.problem !== undefined);
  if (refused) said.textContent = `${saved.path}: ${saved.refusal}`;
  else if (!saved.changed) said.textContent = `${saved.path} ไม่มีอะไรเปลี่ยน ไม่ได้เขียนแฟ้ม`;
  else if (saved.problem) said.textContent = `บันทึกแล้ว แต่ยังต้องแก้: ${saved.problem}`;
  else said.textContent = `บันทึก ${saved.path} แล้ว ต่อไปสั่ง npm run check`;
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`form: no #${id}`);
  return found;
}
