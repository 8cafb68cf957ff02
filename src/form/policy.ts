// Stage: form. What the form's page may load, for its first <meta>, its server and hosts' header files.
import { headersWith } from '../hosting/security-headers.ts';

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  // The editor writes its styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // The editor makes an icon of its logo, which it carries as a data: address.
  "connect-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
];

export const formPolicy = directives.join('; ');

/** What a server sends with every answer. */
const formHeaders = headersWith(formPolicy);

/** Our server, Netlify, Cloudflare Pages and others that read `_headers`; a sample for the rest. */
export function headersFile(): string {
  return [
    '/*',
    ...Object.entries(formHeaders).map(([name, value]) => `  ${name}: ${value}`),
    '',
  ].join('\n');
}
