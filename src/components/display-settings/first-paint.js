// Stage: components, in the browser. What the reader chose (display-settings.ts keeps it) → attributes on <html>.
// A file of its own, neither bundled nor deferred: the page waits for it, so that nothing moves or flashes afterwards.
{
  let chosen;
  try {
    chosen = JSON.parse(localStorage.getItem('khumue:display'));
  } catch {
    // Storage is blocked or damaged: the page as it comes.
  }
  const sharp = matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal';
  Object.assign(document.documentElement.dataset, {
    size: 'normal',
    contrast: sharp,
    digits: 'printed',
    ...chosen,
  });
}
