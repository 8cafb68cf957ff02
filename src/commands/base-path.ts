// Stage: command. BASE_PATH as people write it -> as pages, host files and servers need it.

/** '', 'khumue', '/khumue' and '/khumue/' -> '/' or '/khumue/'. */
export function basePath(written: string | undefined): string {
  const name = (written ?? '').replace(/^\/+|\/+$/g, '');
  return name ? `/${name}/` : '/';
}
