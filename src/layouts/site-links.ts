// Stage: pages. The site's pages and where the reader is → links for the header and the footer.
import { siteNav, type SiteSection } from '../components/site-nav.ts';
import { href } from '../components/href.ts';

export interface SiteLink {
  readonly href: string;
  readonly label: string;
  readonly inHeader: boolean;
  /** `page`: this very page; `true`: this page is part of it. */
  readonly current: 'page' | 'true' | undefined;
}

export function siteLinks(pathname: string, section: SiteSection | undefined): SiteLink[] {
  return siteNav.map((item) => {
    const link = href(item.path);
    const inside = item.section === section ? 'true' : undefined;
    return {
      href: link,
      label: item.label,
      inHeader: item.inHeader,
      current: link === pathname ? 'page' : inside,
    };
  });
}
