// A peer: Docusaurus with its usual Mermaid theme, which draws in the reader's browser.
export default {
  title: 'คู่มือ',
  url: 'https://manual.example.go.th',
  baseUrl: '/',
  i18n: { defaultLocale: 'th', locales: ['th'] },
  markdown: { mermaid: true, format: 'md' },
  themes: ['@docusaurus/theme-mermaid'],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};
