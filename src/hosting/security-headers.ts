// Stage: hosting. The site's security headers, for the pages' first <meta>, the server and hosts' header files.

/** @param others origins beside its own from which a page may fetch */
function directives(others: readonly string[] = []): string[] {
  return [
    "default-src 'none'",
    // Pagefind's WebAssembly needs this where the policy is a header.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...others].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
  ];
}

/** The policy as a page's `<meta>` carries it. */
export const contentSecurityPolicy = directives().join('; ');

/** That of a portal, whose search asks the sites of its offices. @param others their origins */
export function portalPolicy(others: readonly string[]): string {
  return directives(others).join('; ');
}

/** On the development server only, which writes styles into the page and tells it over a socket what was saved. */
export const developmentPolicy = contentSecurityPolicy
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws:");

export type SecurityHeaders = Readonly<Record<string, string>>;

/** What a server sends with every answer; browsers ignore `frame-ancestors` in a `<meta>`. */
export const securityHeaders = headersWith(contentSecurityPolicy);

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
