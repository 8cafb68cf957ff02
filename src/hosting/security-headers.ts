// Stage: hosting. The site's security headers, for the pages' first <meta>, the server and hosts' header files.

const directives = [
  "default-src 'none'",
  // Pagefind's WebAssembly needs this where the policy is a header.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
];

/** The policy as a page's `<meta>` carries it. */
export const contentSecurityPolicy = directives.join('; ');

/** On the development server only, which writes styles into the page and tells it over a socket what was saved. */
export const developmentPolicy = contentSecurityPolicy
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace("connect-src 'self'", "connect-src 'self' ws:");

/** What a server sends with every answer; browsers ignore `frame-ancestors` in a `<meta>`. */
export const securityHeaders = {
  'Content-Security-Policy': [...directives, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
