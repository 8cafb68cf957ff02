// Stage: pages. The site's content security policy, for the first <meta> of every page and for header files.

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

/** The policy as a header: browsers ignore `frame-ancestors` in a `<meta>`. */
export const contentSecurityPolicyHeader = [...directives, "frame-ancestors 'none'"].join('; ');
