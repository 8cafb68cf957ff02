// Stage: sharing. A chart's SVG file → the picture that chat apps show with a link: its title and first steps, 1200 × 630.
import type sharpPackage from 'sharp';
import { cached } from '../chart/chart-cache.ts';
import { picturesSetting } from './setting.ts';

export const PICTURE = { width: 1200, height: 630 } as const;

/** A page of a site with more would cost its build minutes. */
const MOST_PROCEDURES = 500;
/** Of the drawing, or a narrow one would show its title alone. */
const LEAST_HEIGHT = 420;

type Sharp = typeof sharpPackage;
let sharp: Promise<Sharp | undefined> | undefined;

/**
 * Whether pictures are made: KHUMUE_PICTURES says `on` or `off`; else for sites of no great size that know
 * their address, without which no page could name its picture; and only where sharp can be had.
 */
export async function makesPictures(
  procedures: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  const named = environment['SITE_URL'] && procedures <= MOST_PROCEDURES;
  const wish = picturesSetting(environment) ?? (named ? 'on' : 'off');
  return wish === 'on' && (await painter()) !== undefined;
}

/** @throws Error where sharp is not there or cannot read the drawing */
export async function sharePicture(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const base64 = await cached('picture', svg, async () => {
    const paint = await painter();
    if (!paint) throw new Error('sharing: no sharp on this machine');
    const picture = paint(Buffer.from(cropped(svg))).flatten({ background: '#fff' });
    return (await picture.png({ palette: true, colours: 32, effort: 1 }).toBuffer()).toString(
      'base64',
    );
  });
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/** The top of the drawing, in the middle of the picture. */
export function cropped(svg: string): string {
  const size = /viewBox="0 0 ([\d.]+) [\d.]+" width="[\d.]+" height="[\d.]+"/.exec(svg);
  if (!size) throw new Error('sharing: not a drawing of ours');
  const width = Number(size[1]);
  const height = Math.max(LEAST_HEIGHT, (width * PICTURE.height) / PICTURE.width);
  const room = (height * PICTURE.width) / PICTURE.height;
  const view = `viewBox="${String((width - room) / 2)} 0 ${String(room)} ${String(height)}"`;
  return svg.replace(
    size[0],
    `${view} width="${String(PICTURE.width)}" height="${String(PICTURE.height)}"`,
  );
}

/** Astro's own optional package for pictures: not on every machine. */
function painter(): Promise<Sharp | undefined> {
  sharp ??= import('sharp').then(
    (module) => module.default,
    () => undefined,
  );
  return sharp;
}
