// Stage: components, in the browser. The button of a page without a checklist → what it does, loaded when it is pressed.
const button = document.querySelector('[data-share]');
button?.addEventListener('click', () => {
  void import('./share-link.ts').then(({ sharePage }) => sharePage(button));
});

export {};
