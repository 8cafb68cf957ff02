// Page: /manifest.webmanifest: what the site is called and looks like when a reader installs it.
import type { APIRoute } from 'astro';
import { href } from '../components/href.ts';

const manifest = {
  name: 'คู่มือ ขั้นตอนงานราชการ',
  short_name: 'คู่มือ',
  description: 'ขั้นตอนงานราชการ อ่านง่าย ทำตามได้ ใช้ได้แม้ไม่มีอินเทอร์เน็ต',
  lang: 'th',
  dir: 'ltr',
  id: href('/'),
  start_url: href('/'),
  scope: href('/'),
  display: 'standalone',
  // The cloth spine and the paper (palette.css: kram-900, fun-0), as in the pages' theme-color.
  theme_color: '#16264a',
  background_color: '#ffffff',
  icons: [
    { src: href('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
    { src: href('/icons/192.png'), type: 'image/png', sizes: '192x192' },
    { src: href('/icons/512.png'), type: 'image/png', sizes: '512x512' },
    {
      src: href('/icons/maskable-512.png'),
      type: 'image/png',
      sizes: '512x512',
      purpose: 'maskable',
    },
  ],
  shortcuts: [
    { name: 'ค้นหา', url: href('/search/') },
    { name: 'งานที่ทำค้างไว้', url: href('/my/') },
  ],
};

export const GET: APIRoute = () =>
  new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' },
  });
