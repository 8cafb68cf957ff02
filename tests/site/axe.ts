// Site tests: an open page → what axe finds wrong with it.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * A chart's node: its lines are pieces of SVG text that axe joins without a space ("1นำระบบ") before it looks for them
 * in the node's name. That what one sees stands in the name has a test of its own (every-page.test.ts).
 */
const CHART_NODE = '<a class="fc-n ';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** All that a dark page can have wrong when the same page in light has nothing; `npm run test:full` asks for the rest too. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** `rule: selectors` of every violation of WCAG 2.2 AA and of axe's best practices. */
export async function violationsOn(page: Page): Promise<string[]> {
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const axe = new AxeBuilder({ page });
  const asked =
    isDark && !process.env.KHUMUE_TEST_FULL ? axe.withRules(COLOUR_RULES) : axe.withTags(TAGS);
  const { violations } = await asked.analyze();
  return violations.flatMap(({ id, nodes }) => {
    const wrong = nodes.filter(
      ({ html }) => id !== 'label-content-name-mismatch' || !html.startsWith(CHART_NODE),
    );
    const targets = wrong.map(({ target }) => target.join(' ')).join(', ');
    return wrong.length === 0 ? [] : [`${id}: ${targets}`];
  });
}
