// Stage: components, in the browser, shared by the pages' own button and the chart's menu. An address → the device's share sheet, else the clipboard.
import { copyText } from '../flow-chart/clipboard.ts';

/** What there is to say of it; undefined where the device's own sheet was shown. */
export async function shareLink(url: string): Promise<string | undefined> {
  if ('share' in navigator) {
    // The reader may close the sheet: that is no error.
    await navigator.share({ title: document.title, url }).catch(() => undefined);
    return undefined;
  }
  return (await copyText(url))
    ? 'คัดลอกลิงก์ของหน้านี้แล้ว วางในแชตหรืออีเมลได้เลย'
    : `คัดลอกไม่ได้ เลือกข้อความนี้แล้วคัดลอกเอง: ${url}`;
}

/** The page's own button: without the place and the run that only this browser knows of. */
export async function sharePage(button: Element): Promise<void> {
  const url = new URL(location.href);
  url.search = url.hash = '';
  const said = await shareLink(url.href);
  button.nextElementSibling?.replaceChildren(said ?? '');
}
