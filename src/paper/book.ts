// Stage: paper, in the browser. A manual's page → the whole manual: a contents page, its parts, its procedures in their places.

/**
 * Runs inside the page (Playwright hands it over as text), so it may use nothing from outside itself.
 * @throws Error when a procedure's page cannot be had
 */
export async function makeBook(): Promise<void> {
  const text = document.querySelector('.read-text');
  if (!text) throw new Error('no text of a manual on this page');
  // Where the text is nothing but procedures, their list stands above it only.
  const only = document.querySelector(
    'section[aria-labelledby="procedures"] > ol:has(> [id^="part-"])',
  );
  if (only) text.append(only);
  // What leads to the parts; the contents page takes its place.
  document
    .querySelectorAll('section[aria-labelledby="procedures"], .map-box')
    .forEach((one) => one.remove());

  for (const list of text.querySelectorAll('ol.entries')) {
    const rows = [...list.querySelectorAll<HTMLLIElement>(':scope > li[id^="part-"]')];
    if (rows.length === 0) continue;
    const sections = await Promise.all(rows.map(procedureSection));
    list.replaceWith(...sections);
  }

  const contents = document.createElement('nav');
  contents.className = 'book-contents';
  const heading = document.createElement('h2');
  heading.textContent = 'สารบัญ';
  const entries = document.createElement('ol');
  for (const part of text.querySelectorAll<HTMLElement>('[id^="part-"]')) {
    const title = part.querySelector('h2, h3, h4')?.textContent.trim();
    if (!title) continue;
    const entry = document.createElement('li');
    if (part.parentElement?.closest('[id^="part-"]')) entry.className = 'below';
    const link = document.createElement('a');
    link.href = `#${part.id}`;
    const number = document.createElement('span');
    number.className = 'book-page num';
    const name = document.createElement('span');
    name.textContent = title;
    link.append(name, number);
    entry.append(link);
    entries.append(entry);
  }
  contents.append(heading, entries);
  document.querySelector('main .title')?.after(contents);

  /** A procedure's page has a sheet of its own. */
  async function wearStyles(page: Document): Promise<void> {
    for (const { href } of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
      if (document.querySelector(`link[href="${new URL(href).pathname}"]`)) continue;
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.setAttribute('href', new URL(href).pathname);
      const loaded = new Promise((done, fail) => {
        link.onload = done;
        link.onerror = fail;
      });
      document.head.append(link);
      await loaded;
    }
  }

  async function procedureSection(row: HTMLLIElement): Promise<HTMLElement> {
    const link = row.querySelector('a');
    const answer = await fetch(link?.href ?? '');
    if (!answer.ok) throw new Error(`${link?.href ?? ''}: ${String(answer.status)}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    await wearStyles(page);
    const section = document.createElement('section');
    section.id = row.id;
    section.className = 'section book-procedure';
    const title = document.createElement('h3');
    title.append(
      ...[...(page.querySelector('h1')?.childNodes ?? [])].map((node) => node.cloneNode(true)),
    );
    const number = row.querySelector('.no')?.textContent;
    if (number) title.prepend(`${number} `);
    section.append(title);
    for (const part of ['.proc > section', '.block[aria-labelledby="form"]', 'flow-chart']) {
      const found = page.querySelector(part);
      if (!found) continue;
      found.querySelectorAll('.lens, .sign, dialog, .walk').forEach((one) => one.remove());
      found.querySelectorAll('[id]').forEach((one) => {
        // Headings of every procedure have the same ids; a step's is its own.
        if (!/^(step|fc)-/.test(one.id)) one.removeAttribute('id');
      });
      section.append(document.importNode(found, true));
    }
    return section;
  }
}

/** Page numbers beside the entries of the contents page, by the id of the part. Runs inside the page. */
export function writePageNumbers(pages: Readonly<Record<string, number>>): void {
  for (const place of document.querySelectorAll('.book-page')) {
    const part = place.parentElement?.getAttribute('href')?.slice(1) ?? '';
    place.textContent = String(pages[part] ?? '');
  }
}
