// Stage: hosting. The published data's procedures with the addresses they had → a page at each old address, and lines for hosts that redirect.
import { contentSecurityPolicy } from './security-headers.ts';

export interface Moved {
  /** `<manual>/<procedure>` as it once was. */
  readonly from: string;
  /** The address it has now, base path and all. */
  readonly to: string;
  readonly title: string;
}

/** As /data/manuals.json has them. */
interface Procedures {
  readonly procedures: readonly {
    readonly title: string;
    readonly url: string;
    readonly formerly: readonly string[];
  }[];
}

export function movedProcedures({ procedures }: Procedures): Moved[] {
  return procedures.flatMap(({ title, url, formerly }) =>
    formerly.map((from) => ({ from, to: url, title })),
  );
}

/** Where the page stands below the built folder. */
export const movedFile = ({ from }: Moved): string => `manuals/${from}/index.html`;

/** For hosts that cannot redirect: a browser follows at once, a reader without one has a link. @param site its address, if known */
export function movedPage({ to, title }: Moved, site?: URL): string {
  const [href, name] = [to, title].map(escaped);
  const canonical = escaped(site ? new URL(to, site).href : to);
  return `<!doctype html>
<html lang="th">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}" />
    <meta http-equiv="refresh" content="0; url=${href ?? ''}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="description" content="หน้านี้ย้ายไปที่อยู่ใหม่แล้ว" />
    <link rel="canonical" href="${canonical}" />
    <title>ย้ายที่อยู่แล้ว ${name ?? ''} · คู่มือ</title>
  </head>
  <body>
    <main>
      <h1>หน้านี้ย้ายที่อยู่แล้ว</h1>
      <p>ไปที่ <a href="${href ?? ''}">${name ?? ''}</a></p>
    </main>
  </body>
</html>
`;
}

/** `_redirects` of Netlify and Cloudflare Pages: a redirect that is for ever, and keeps what stands after `#`. */
export function redirectsFile(moved: readonly Moved[], base: string): string {
  return moved.map(({ from, to }) => `${base}manuals/${from}/ ${to} 301\n`).join('');
}

/** The same for .htaccess. */
export function apacheRedirects(moved: readonly Moved[], base: string): string {
  return moved.map(({ from, to }) => `Redirect 301 "${base}manuals/${from}/" "${to}"\n`).join('');
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${String(char.charCodeAt(0))};`);
