// Stage: authoring. The development server → its pages with the content's problems on them, until they are mended.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent } from './check-content.ts';
import { formatProblem } from './problem.ts';
import { officeFolders, readOffice } from './read-office.ts';

/** In the browser; shows what the events bring. */
const ELEMENT = '/src/components/content-problems/content-problems.ts';
const ASK = 'khumue:ask-problems';
const TELL = 'khumue:problems';
/** Editors write a file in several goes. */
const QUIET_MS = 150;

export function contentProblems(): AstroIntegration {
  let root = '';
  let base = '/';
  return {
    name: 'content-problems',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript }) => {
        root = fileURLToPath(config.root);
        base = config.base.replace(/\/?$/, '/');
        if (command === 'dev') injectScript('page', `import ${JSON.stringify(ELEMENT)};`);
      },
      'astro:server:setup': ({ server, logger }) => {
        const folders = officeFolders();
        const watched = [folders.content, folders.seeds].map((folder) => resolve(root, folder));
        const read = (): string[] =>
          checkContent(readOffice(folders, root)).problems.map(formatProblem);
        let problems = read();

        const { hot } = server.environments.client;
        hot.on(ASK, (_data, client) => client.send(TELL, problems));
        let wait: NodeJS.Timeout | undefined;
        const refresh = (path: string): void => {
          if (!watched.some((folder) => path.startsWith(folder + sep))) return;
          clearTimeout(wait);
          wait = setTimeout(() => {
            problems = read();
            hot.send(TELL, problems);
            for (const problem of problems) logger.warn(problem);
            logger.info(
              problems.length === 0 ? 'เนื้อหาไม่มีปัญหา' : `เนื้อหามีปัญหา ${String(problems.length)} ข้อ`,
            );
          }, QUIET_MS);
        };
        server.watcher.add(watched);
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, refresh);

        server.middlewares.use((request, response, next) => {
          if (wantsPage(request)) explainFailure(response, () => problems, base);
          next();
        });
      },
    },
  };
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

/** A page that cannot be made of content with problems says which, in the place of a programmer's error. */
function explainFailure(response: ServerResponse, problems: () => string[], base: string): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  response.writeHead = (status: number, ...rest: []) => {
    const found = problems();
    if (status < 500 || found.length === 0) return writeHead(status, ...rest);
    response.write = () => true;
    response.end = (() => end(failurePage(found, base))) as typeof response.end;
    return writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  };
}

export function failurePage(problems: readonly string[], base: string): string {
  const path = (rest: string): string => escape(base.replace(/\/$/, '') + rest);
  return `<!doctype html>
<html lang="th" data-content-failed>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>เนื้อหามีปัญหา</title>
<script type="module" src="${path('/@vite/client')}"></script>
<script type="module" src="${path(ELEMENT)}"></script>
<main class="content-problems">
<h1>แสดงหน้านี้ไม่ได้ เพราะเนื้อหามีปัญหา ${String(problems.length)} ข้อ</h1>
<ol>${problems.map((line) => `<li>${escape(line)}</li>`).join('')}</ol>
<p>แก้แฟ้มแล้วบันทึก หน้านี้จะแสดงเอง</p>
</main>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
