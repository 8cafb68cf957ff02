// Stage: hosting. The security headers and the site's base path → the files by which hosts send them.
import { apacheRedirects, redirectsFile, type Moved } from './redirects.ts';
import { OPEN_FOLDERS, OPEN_HEADER, type SecurityHeaders } from './security-headers.ts';

/** Named after their content: what is fetched once is right for ever. Everything else is asked for again. */
const LASTING = '_astro/';
const LASTING_CACHE = 'public, max-age=31536000, immutable';

/** What nginx includes from the built site, for the policy knows the build's styles. */
const NGINX_HEADERS = '_nginx.conf';

/** A part of a regular expression. */
const OPEN = `(${OPEN_FOLDERS.join('|')})`;

/** What goes with the built site to every host; a host ignores the files of others. @param base ends in a slash */
export function hostFiles(
  base: string,
  headers: SecurityHeaders,
  moved: readonly Moved[] = [],
): ReadonlyMap<string, string> {
  return new Map([
    ['_headers', headersFile(base, headers)],
    ...(moved.length > 0 ? [['_redirects', redirectsFile(moved, base)] as const] : []),
    ['.htaccess', apacheFile(base, headers) + apacheRedirects(moved, base)],
    [NGINX_HEADERS, nginxHeaders(headers)],
    // Without it GitHub Pages leaves out _astro/.
    ['.nojekyll', ''],
  ]);
}

/** Netlify, Cloudflare Pages and others that read `_headers`. */
export function headersFile(base: string, headers: SecurityHeaders): string {
  const lines = (entries: readonly (readonly [string, string])[]): string[] =>
    entries.map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...lines(Object.entries(headers)),
    ...OPEN_FOLDERS.flatMap((folder) => [`${base}${folder}*`, ...lines([OPEN_HEADER])]),
    `${base}${LASTING}*`,
    ...lines([['Cache-Control', LASTING_CACHE]]),
    '',
  ].join('\n');
}

/** Apache 2.4, in the folder of the site; the server has to allow it (AllowOverride FileInfo Indexes). */
export function apacheFile(base: string, headers: SecurityHeaders): string {
  return `# Apache 2.4: needs mod_headers, and AllowOverride FileInfo Indexes for this folder.
DirectoryIndex index.html
ErrorDocument 404 ${base}404.html

AddType application/manifest+json .webmanifest
AddType text/plain .mmd
AddType font/woff2 .woff2
AddCharset utf-8 .html .css .js .json .csv .txt .mmd .svg .webmanifest

<IfModule mod_headers.c>
${Object.entries(headers)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n')}
  <If "%{REQUEST_URI} =~ m#^${base}${OPEN}#">
    Header set ${OPEN_HEADER.join(' "')}"
  </If>
  Header set Cache-Control "no-cache"
  <If "%{REQUEST_URI} =~ m#^${base}${LASTING}#">
    Header set Cache-Control "${LASTING_CACHE}"
  </If>
</IfModule>

# What is for other hosts. (Require would need AllowOverride AuthConfig as well.)
RedirectMatch 404 "/(_headers|_redirects|_nginx\\.conf|\\.nojekyll|\\.htaccess)$"
`;
}

/** As the server reads them back. */
export function headersIn(file: string): SecurityHeaders {
  const [, ...lines] = file.split('\n');
  const ours = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('  ')),
  );
  return Object.fromEntries(
    ours.map((line) => {
      const [name = '', ...value] = line.trim().split(': ');
      return [name, value.join(': ')];
    }),
  );
}

function nginxHeaders(headers: SecurityHeaders): string {
  return Object.entries(headers)
    .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
    .join('');
}

export interface NginxSite {
  readonly listen: string;
  readonly serverName: string;
  /** The folder that the host's addresses begin from: the built site lies in it under the base path. */
  readonly root: string;
  /** Ends in a slash. */
  readonly base: string;
}

/** One server, for /etc/nginx/conf.d/. */
export function nginxFile({ listen, serverName, root, base }: NginxSite): string {
  return `# nginx: put this into /etc/nginx/conf.d/khumue.conf and change listen, server_name and root.

map $uri $khumue_cache {
    default "no-cache";
    ~^${base}${LASTING} "${LASTING_CACHE}";
}

# An empty header is not sent.
map $uri $khumue_open {
    default "";
    ~^${base}${OPEN} "${OPEN_HEADER[1]}";
}

server {
    listen ${listen};
    server_name ${serverName};
    root ${root};
    index index.html;
    absolute_redirect off;

    include /etc/nginx/mime.types;
    types {
        application/manifest+json webmanifest;
        application/wasm wasm;
        font/woff2 woff2;
        text/csv csv;
        text/javascript js;
        text/plain mmd md;
    }
    charset utf-8;
    charset_types application/json application/manifest+json image/svg+xml text/css text/csv
                  text/javascript text/plain text/xml;

    gzip on;
    gzip_types application/json application/manifest+json image/svg+xml text/css text/csv
               text/javascript text/plain;

    # The security headers. The policy in them knows the build's styles: nginx -s reload when a new build is in its place.
    # An add_header in a location would drop all of these there: keep them together here.
    include ${root}${base}${NGINX_HEADERS};
    add_header ${OPEN_HEADER[0]} $khumue_open always;
    add_header Cache-Control $khumue_cache always;

    error_page 404 ${base}404.html;

    location / {
        try_files $uri $uri/ =404;
    }

    # Files for other hosts.
    location ~ /(_headers|_redirects|_nginx\\.conf|\\.(?!well-known/).*)$ {
        return 404;
    }
}
`;
}
