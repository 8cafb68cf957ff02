// Stage: offline, in the browser. A version that waits, or is in use already → a notice with a button; nothing happens unasked.
import { make } from '../../checklist/make.ts';
import { workers } from '../../offline/copy.ts';
import { wake } from '../wake/wake.ts';

const SETTLE_MS = 1000;

/** Without `waiting` the new version is in use, and only this page is old. */
export async function offerVersion(waiting?: ServiceWorker): Promise<void> {
  // Its looks come with all that a touch brings; without them it is plain.
  await wake().catch(() => undefined);
  document.querySelector('.site-update')?.remove();
  const words = make('div', { role: 'status' });
  const notice = make(
    'div',
    { class: 'site-update', role: 'region', 'aria-label': 'เว็บรุ่นใหม่' },
    words,
    make(
      'div',
      { class: 'row' },
      make(
        'button',
        { class: 'btn btn-main', type: 'button', onclick: () => use(waiting, words) },
        'ใช้รุ่นใหม่',
      ),
      make(
        'button',
        { class: 'btn btn-bare', type: 'button', onclick: () => notice.remove() },
        'ไว้ก่อน',
      ),
    ),
  );
  document.body.append(notice);
  // A status speaks of what is put into it, not of what it comes with.
  words.append(make('b', {}, 'มีเว็บรุ่นใหม่'), make('p', {}, 'กดแล้วหน้านี้โหลดใหม่ รอบงานที่บันทึกไว้ยังอยู่ครบ'));
}

/** Until the page loads anew, `words` say that the new version is on its way. */
function use(waiting: ServiceWorker | undefined, words: HTMLElement): void {
  if (!waiting || waiting.state === 'activated') {
    location.reload();
    return;
  }
  workers()?.addEventListener('controllerchange', () => location.reload());
  // Reaching for the button lets the page load parts of itself. Asked while the old worker is still bringing them, Chromium
  // was seen to keep the old one for longer than anyone waits.
  setTimeout(() => waiting.postMessage('use-new-version'), SETTLE_MS);
  words.replaceChildren(make('b', {}, 'กำลังเปลี่ยนเป็นรุ่นใหม่'));
}
