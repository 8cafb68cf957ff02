// Stage: checklist, shared by build and browser. An address → a QR code as one SVG path.
import { encode } from 'uqr';

export interface QrPath {
  /** Modules across, the quiet zone of four on each side included. */
  readonly size: number;
  /** One box a run of dark modules. */
  readonly d: string;
}

export function qrPath(address: string): QrPath {
  const { size, data } = encode(address, { ecc: 'M', border: 4 });
  const rows = data.map((row, y) => {
    let d = '';
    for (let x = 0; x < row.length; x++) {
      let end = x;
      while (row[end]) end++;
      if (end === x) continue;
      d += `M${x} ${y}h${end - x}v1H${x}z`;
      x = end;
    }
    return d;
  });
  return { size, d: rows.join('') };
}
