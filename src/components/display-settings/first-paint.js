// Stage: components, in the browser. See DisplayHead.astro.
{
  const root = document.documentElement;
  root.dataset.script = 'on';
  addEventListener(
    'error',
    ({ target }) => target.tagName === 'SCRIPT' && delete root.dataset.script,
    true,
  );
  addEventListener('change', ({ target }) => (target.dataset.touched = ''));
  let isEarly = true;
  requestAnimationFrame(() => requestAnimationFrame(() => (isEarly = false)));
  for (const { href, dataset } of document.querySelectorAll('[as=font]'))
    new FontFace('Sarabun', `url(${href})`, dataset).load().then(
      (face) => isEarly && document.fonts.add(face),
      () => undefined,
    );
  let chosen;
  try {
    chosen = JSON.parse(localStorage.getItem('khumue:display'));
  } catch {
    // Blocked or damaged.
  }
  const sharp = matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal';
  Object.assign(root.dataset, {
    size: 'normal',
    contrast: sharp,
    digits: 'printed',
    ...chosen,
  });
}
