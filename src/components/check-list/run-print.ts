// Stage: components. The page → paper: as ticked, or an empty form; with a QR code where the build knew no address.
import { qrPath } from '../../checklist/qr-path.ts';
import { keyOf } from '../../checklist/store.ts';
import type { CheckList } from './check-list.ts';

/** Before anybody prints, by our button or the browser's own. */
export function completeHead(): void {
  // The place of a file leads nobody but this machine back.
  if (location.protocol === 'file:') return;
  const address = location.origin + location.pathname;
  for (const line of document.querySelectorAll('[data-print="address"]'))
    if (line.textContent.trim() === '') line.textContent = address;
  for (const qr of document.querySelectorAll('svg[data-print="qr"]:empty')) {
    const { size, d } = qrPath(address);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', d);
    qr.setAttribute('viewBox', `0 0 ${size} ${size}`);
    qr.append(path);
  }
}

/** The empty form is the page as it came, of the manual as it is now; the run comes back after it. */
export function printRun(host: CheckList, blank: boolean): void {
  const { run, outcome } = host;
  if (blank && run) {
    host.use(undefined);
    addEventListener(
      'afterprint',
      () => {
        host.use(host.store.get(keyOf(run)) ?? run, outcome);
      },
      { once: true },
    );
  }
  print();
}
