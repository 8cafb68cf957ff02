// Site tests: an open page → what axe finds wrong with it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** `rule: selectors` of every violation of WCAG 2.2 AA and of axe's best practices. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What passes is not reported, and no second page is opened to put frames together: there are none.
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
