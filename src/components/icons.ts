// Stage: pages. The icon set: a name → the shapes of a 24 × 24 drawing, stroked in the text's colour.

/** Drawn with one pen of 1.75 px, round ends, and no fill (.icon in base.css). */
export const icons = {
  back: '<path d="M15 5l-7 7 7 7"/>',
  book: '<path d="M5 3h13q1 0 1 1v16q0 1-1 1H5zM9 3v18M12 8h4M12 12h4"/>',
  chevron: '<path d="M5 9l7 7 7-7"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 3"/>',
  code: '<path d="M8 7l-5 5 5 5M16 7l5 5-5 5M14 4l-4 16"/>',
  down: '<path d="M12 3v12M7 10l5 5 5-5M4 21h16"/>',
  file: '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
  filter: '<path d="M3 6h18M7 12h10M10 18h4"/>',
  flow: '<path d="M8 3h8v5H8zM8 16h8v5H8zM12 8v8M9.5 13l2.5 3 2.5-3"/>',
  link: '<path d="M10 14l4-4M8 12l-2.5 2.5a3.5 3.5 0 0 0 5 5L13 17M16 12l2.5-2.5a3.5 3.5 0 0 0-5-5L11 7"/>',
  list: '<path d="M9 6h12M9 12h12M9 18h12M3 6h2M3 12h2M3 18h2"/>',
  menu: '<path d="M3 6h18M3 12h18M3 18h18"/>',
  more: '<path d="M5 12h.01M12 12h.01M19 12h.01"/>',
  next: '<path d="M9 5l7 7-7 7"/>',
  office: '<path d="M3 21h18M5 21V9l7-5 7 5v12M9 21v-8M15 21v-8"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21q0-7 8-7t8 7"/>',
  print: '<path d="M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z"/>',
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>',
  share: '<path d="M12 15V3M8 7l4-4 4 4M5 12v9h14v-9"/>',
  task: '<path d="M4 4h16v16H4zM8 12l3 3 5-6"/>',
  to: '<path d="M3 12h13M12 7l5 5-5 5M21 5v14"/>',
} as const;

export type IconName = keyof typeof icons;
