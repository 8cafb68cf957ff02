// start, preview and the site tests: the types of `compression` that serve.ts needs; its own bring all of Express's.
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  /** Text goes out packed to whoever takes it so. */
  export default function compression(): (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
}
