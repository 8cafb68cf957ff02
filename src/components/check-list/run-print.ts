// Stage: components. The page → paper: as ticked, or an empty form; with a QR code where the build knew no address.
import { qrPath } from '../../checklist/qr-path.ts';

export function printRun(blank: boolean): void {
  const page = document.documentElement;
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
  page.classList.toggle('print-blank', blank);
  addEventListener('afterprint', () => page.classList.remove('print-blank'), { once: true });
  print();
}
