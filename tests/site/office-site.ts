// Site tests: the invented office → its site on this machine, for all tests of one file.
import { test } from '@playwright/test';
import { serve, type Site } from '../../src/commands/serve.ts';
import { inventedOffice } from './build-site.ts';

/** To be called once, at the top of a test file. Its address is known when the first test begins. */
export function officeSite(): { readonly url: string } {
  // The office is built first, which takes seconds.
  test.describe.configure({ mode: 'default', timeout: 120_000 });
  let site: Site | undefined;
  test.beforeAll(async () => {
    site = await serve(inventedOffice(), { port: 0 });
  });
  test.afterAll(async () => {
    await site?.close();
  });
  return {
    get url() {
      if (!site) throw new Error('the office is not served yet');
      return site.url;
    },
  };
}
