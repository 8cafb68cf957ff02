// Stage: render. A page's or a data file's text → the answer that holds it, in the place of the Response of Node while a site is made.

/** As much of a Response as Astro and this site's own data files ask for. */
export class PageAnswer {
  /** As it was given: Node's Response makes a stream of it and copies it three times, a tenth of what making a site takes. */
  readonly body: string | Uint8Array | null;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;

  constructor(body: string | Uint8Array | null = null, init: ResponseInit = {}) {
    if (body !== null && typeof body !== 'string' && !(body instanceof Uint8Array))
      throw new TypeError('a page answers with a text or with bytes');
    this.body = body;
    this.status = init.status ?? 200;
    this.statusText = init.statusText ?? '';
    this.headers = new Headers(init.headers);
  }

  static json(data: unknown): PageAnswer {
    const headers = { 'content-type': 'application/json' };
    return new PageAnswer(JSON.stringify(data), { headers });
  }
}

/** From here on whoever makes a Response makes one of these. @returns takes that back */
export function answerPlainly(): () => void {
  const { Response } = globalThis;
  globalThis.Response = PageAnswer as unknown as typeof Response;
  return () => {
    globalThis.Response = Response;
  };
}
