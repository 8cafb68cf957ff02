// Site tests: an open page → what axe finds wrong with it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * A chart's node: its lines are pieces of SVG text that axe joins without a space ("1นำระบบ") before it looks for them
 * in the node's name. That what one sees stands in the name has a test of its own (every-page.test.ts).
 */
const CHART_NODE = '<a class="fc-n ';

/** `rule: selectors` of every violation of WCAG 2.2 AA and of axe's best practices. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => {
    const wrong = nodes.filter(
      ({ html }) => id !== 'label-content-name-mismatch' || !html.startsWith(CHART_NODE),
    );
    const targets = wrong.map(({ target }) => target.join(' ')).join(', ');
    return wrong.length === 0 ? [] : [`${id}: ${targets}`];
  });
}
