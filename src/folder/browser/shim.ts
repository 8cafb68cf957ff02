// Stage: folder copy, in the browser, before a page's own script. fetch() → files that come as scripts; links to folders → to their pages.

declare global {
  interface Window {
    /** What a data script calls (scripts.ts). */
    khumueFile?: (file: string, base64: string) => void;
  }
}

const me = document.currentScript as HTMLScriptElement;
const root = new URL(me.dataset['root'] ?? './', document.baseURI);

type Bytes = Uint8Array<ArrayBuffer>;
const asked = new Map<string, Promise<Bytes>>();
const waiting = new Map<string, (bytes: Bytes) => void>();
window.khumueFile = (file, base64) => {
  waiting.get(file)?.(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
};

/** Rejects as a fetch without a network does. */
window.fetch = async (input) => {
  const address = new URL(input instanceof Request ? input.url : input, document.baseURI);
  const file = address.pathname.slice(root.pathname.length);
  let bytes = asked.get(file);
  if (!bytes) {
    bytes = load(file, `${address.href}.js`);
    asked.set(file, bytes);
    bytes.catch(() => asked.delete(file));
  }
  return new Response(await bytes);
};

function load(file: string, address: string): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    waiting.set(file, resolve);
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      reject(new TypeError(`no ${file} in this folder`));
    };
    document.head.append(script);
  });
}

/** The pages' scripts make links as for a host, which answers for a folder with the page in it. */
function mend(link: HTMLAnchorElement): void {
  const written = link.getAttribute('href') ?? '';
  const parts = /^([^?#:]*\/)((?:[?#].*)?)$/s.exec(written);
  if (parts) link.setAttribute('href', `${parts[1] ?? ''}index.html${parts[2] ?? ''}`);
}

new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    if (target instanceof HTMLAnchorElement) mend(target);
    for (const node of addedNodes)
      if (node instanceof Element) {
        if (node instanceof HTMLAnchorElement) mend(node);
        node.querySelectorAll('a').forEach(mend);
      }
  }
}).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['href'],
});

/** Runs are kept by page in some browsers: said wherever runs are, until another page's mark shows otherwise. */
function isStorageShared(): boolean {
  const mark = 'khumue:folder';
  try {
    const first = localStorage.getItem(mark);
    if (first === null) localStorage.setItem(mark, location.pathname);
    return first !== null && first !== location.pathname;
  } catch {
    // The checklist says itself that nothing can be kept.
    return true;
  }
}

// A worker needs a host; asked for one, Chromium answers with an error on every page.
Object.defineProperty(navigator, 'serviceWorker', { value: undefined });

const shared = isStorageShared();
const runs = document.querySelector('run-list, check-list .run');
if (!shared && runs) {
  const note = document.createElement('p');
  note.className = 'folder-note alias small no-print';
  note.textContent =
    'หน้านี้เปิดจากไฟล์ในเครื่อง บางเบราว์เซอร์เก็บรอบงานแยกตามหน้า ถ้าหน้า “งานที่ทำค้างไว้” ไม่แสดงรอบงานที่เริ่มไว้ เปิดหน้าของงานนั้นเพื่อทำต่อ';
  runs.before(note);
}

export {};
