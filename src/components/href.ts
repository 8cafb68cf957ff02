// Stage: components. A path from the site's root → the address under which this build is served (BASE_PATH).

/** @example href('/manuals/') // '/khumue/manuals/' when built with BASE_PATH=/khumue */
export function href(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}
