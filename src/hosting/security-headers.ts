// Stage: hosting. The site's security headers, for the pages' first <meta>, the server and hosts' header files.
import { createHash } from 'node:crypto';

interface Allowed {
  /** Origins beside its own from which a page may fetch. */
  readonly others?: readonly string[];
  /** Of the styles and scripts that may stand in a page, as the policy names them. */
  readonly styleHashes?: readonly string[];
  readonly scriptHashes?: readonly string[];
}

/** The policy as a page's `<meta>` carries it. */
function policy({ others = [], styleHashes = [], scriptHashes = [] }: Allowed = {}): string {
  return [
    "default-src 'none'",
    // Pagefind's WebAssembly needs this where the policy is a header.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptHashes].join(' '),
    ["style-src 'self'", ...styleHashes].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...others].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** That of a page in which nothing stands inline. */
export const contentSecurityPolicy = policy();

/**
 * That of the site's pages.
 * @param sheet the text of the one `<style>` that stands in them (first.css)
 * @param script that of the one `<script>` (first-paint.js)
 */
export function sitePolicy(sheet: string, script: string): string {
  return policy({ styleHashes: [hashOf(sheet)], scriptHashes: [hashOf(script)] });
}

/**
 * That of a portal, whose search asks the sites of its offices, and below which some of them lie.
 * @param others their origins
 * @param script that stands in the portal's own pages
 * @param pages one of each site that lies below it
 */
export function portalPolicy(
  others: readonly string[],
  script: string,
  pages: readonly string[] = [],
): string {
  const policies = pages.map(policyIn);
  return policy({
    others,
    styleHashes: hashesIn(policies, 'style-src'),
    scriptHashes: [...new Set([hashOf(script), ...hashesIn(policies, 'script-src')])],
  });
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function hashesIn(policies: readonly string[], directive: string): string[] {
  const found = policies
    .flatMap((each) => each.split('; '))
    .filter((one) => one.startsWith(`${directive} `))
    .flatMap((one) => one.match(/'sha256-[^']+'/g) ?? []);
  return [...new Set(found)];
}

/** As a built page has it. @throws Error where it has none */
export function policyIn(html: string): string {
  const [, found] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  if (!found) throw new Error('the page has no policy');
  return found;
}

/** On the development server only, which writes styles into the page and tells it over a socket what was saved. */
export function developmentPolicy(script: string): string {
  return policy({
    others: ['ws:'],
    styleHashes: ["'unsafe-inline'"],
    scriptHashes: [hashOf(script)],
  });
}

export type SecurityHeaders = Readonly<Record<string, string>>;

/** What a server sends with every answer; browsers ignore `frame-ancestors` in a `<meta>`. */
export function headersWith(policy: string): SecurityHeaders {
  return {
    'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  };
}

/** Below these folders lies what every site may read: the published data, and the index that portals ask. */
export const OPEN_FOLDERS = ['data/', 'pagefind/'] as const;
export const OPEN_HEADER = ['Access-Control-Allow-Origin', '*'] as const;
