// Stage: authoring. The development server → its pages with the content's problems on them, until they are mended.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkContent, type OfficeFiles } from './check-content.ts';
import { formatProblem } from './problem.ts';
import { officeFolders, readOffice } from './read-office.ts';
import { whenQuiet } from './when-quiet.ts';

/** In the browser; shows what the events bring. */
const ELEMENT = '/src/components/content-problems/content-problems.ts';
const ASK = 'khumue:ask-problems';
const TELL = 'khumue:problems';
/** Astro keeps what it has read half a second later than the checks have it, on a busy machine more. */
const REREAD_MS = 10_000;

/** @param others what else can be wrong with files that the checks only read as text: the charts in them */
export function contentProblems(
  others: (files: OfficeFiles['content']) => Promise<readonly string[]>,
): AstroIntegration {
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
      'astro:server:setup': async ({ server, logger }) => {
        const folders = officeFolders();
        const watched = [folders.content, folders.seeds].map((folder) => resolve(root, folder));
        const read = async (office: string): Promise<string[]> => {
          const files = readOffice(folders, office);
          const { problems } = checkContent(files);
          return [...problems.map(formatProblem), ...(await others(files.content))];
        };
        let problems = await read(root);
        let changed = -Infinity;
        let turn = Promise.resolve();

        const { hot } = server.environments.client;
        hot.on(ASK, (_data, client) => client.send(TELL, problems));
        const readAgain = whenQuiet((office: string) => {
          // One after the other: an older reading that takes longer must not have the last word.
          turn = turn.then(async () => {
            problems = await read(office);
            hot.send(TELL, problems);
            for (const problem of problems) logger.warn(problem);
            logger.info(
              problems.length === 0 ? 'เนื้อหาไม่มีปัญหา' : `เนื้อหามีปัญหา ${String(problems.length)} ข้อ`,
            );
          });
        });
        const refresh = (path: string): void => {
          if (!watched.some((folder) => path.startsWith(folder + sep))) return;
          changed = performance.now();
          readAgain(root);
        };
        server.watcher.add(watched);
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, refresh);

        server.middlewares.use((request, response, next) => {
          const explain = (): string | undefined =>
            problems.length > 0 || performance.now() - changed < REREAD_MS
              ? failurePage(problems, base)
              : undefined;
          if (wantsPage(request)) explainFailure(response, explain);
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
function explainFailure(response: ServerResponse, explain: () => string | undefined): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  response.writeHead = (status: number, ...rest: []) => {
    const page = status < 500 ? undefined : explain();
    if (page === undefined) return writeHead(status, ...rest);
    // The last that Astro asked for: once the answer is out, to tell every open page of the same in its own words.
    const tellAll = response.listeners('close').at(-1);
    if (tellAll) response.off('close', tellAll as () => void);
    response.write = () => true;
    response.end = (() => end(page)) as typeof response.end;
    return writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
  };
}

/** Without a problem: the content is mended, and the page comes as soon as Astro has read it. */
export function failurePage(problems: readonly string[], base: string): string {
  const path = (rest: string): string => escape(base.replace(/\/$/, '') + rest);
  return `<!doctype html>
<html lang="th" data-size="normal" data-content-failed>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>เนื้อหามีปัญหา</title>
<script type="module" src="${path('/@vite/client')}"></script>
<script type="module" src="${path(ELEMENT)}"></script>
<main class="content-problems">
<h1>${problems.length === 0 ? 'แก้แล้ว กำลังทำหน้านี้ใหม่' : `แสดงหน้านี้ไม่ได้ เพราะเนื้อหามีปัญหา ${String(problems.length)} ข้อ`}</h1>
<ol>${problems.map((line) => `<li>${escape(line)}</li>`).join('')}</ol>
<p>แก้แฟ้มแล้วบันทึก หน้านี้จะแสดงเอง</p>
</main>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
