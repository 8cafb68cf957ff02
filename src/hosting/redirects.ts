// Stage: hosting. The published data, with the ids that things once had → a page at each old address, and lines for hosts that redirect.
import { contentSecurityPolicy } from './security-headers.ts';

export interface Moved {
  /** The address as it once was, below the base path: `people/old/`. */
  readonly from: string;
  /** The address it has now, base path and all. */
  readonly to: string;
  readonly title: string;
}

/** Something with ids that it once had. */
interface Named {
  readonly url: string;
  readonly formerly: readonly string[];
}

/** As /data/manuals.json has them. */
interface Published {
  readonly manuals: readonly (Named & {
    readonly id: string;
    readonly title: { readonly text: string };
  })[];
  readonly procedures: readonly (Named & {
    readonly id: string;
    readonly manual: string;
    readonly title: string;
  })[];
  readonly people: readonly (Named & { readonly name: string })[];
  readonly orders: readonly (Named & { readonly number: string })[];
  readonly offices: readonly (Named & { readonly name: string })[];
}

/** Of a manual the addresses of its procedures as well: they begin with its id. */
export function movedAddresses(data: Published): Moved[] {
  const moved = (folder: string, named: Named, title: string): Moved[] =>
    named.formerly.map((id) => ({ from: `${folder}/${id}/`, to: named.url, title }));
  return [
    ...data.procedures.flatMap((procedure) => moved('manuals', procedure, procedure.title)),
    ...data.manuals.flatMap((manual) => [
      ...moved('manuals', manual, manual.title.text),
      ...data.procedures
        .filter((procedure) => procedure.manual === manual.id)
        .flatMap(({ id, url, title }) =>
          manual.formerly.map((old) => ({ from: `manuals/${old}/${id}/`, to: url, title })),
        ),
    ]),
    ...data.people.flatMap((person) => moved('people', person, person.name)),
    ...data.orders.flatMap((order) => moved('orders', order, `คำสั่งที่ ${order.number}`)),
    ...data.offices.flatMap((office) => moved('offices', office, office.name)),
  ];
}

/** Where the page stands below the built folder. */
export const movedFile = ({ from }: Moved): string => `${from}index.html`;

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
  return moved.map(({ from, to }) => `${base}${from} ${to} 301\n`).join('');
}

/** The same for .htaccess. */
export function apacheRedirects(moved: readonly Moved[], base: string): string {
  return moved.map(({ from, to }) => `Redirect 301 "${base}${from}" "${to}"\n`).join('');
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&#${String(char.charCodeAt(0))};`);
