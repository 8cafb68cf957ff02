// Site tests: the built site and a Chromium of this machine -> Playwright's one project.
import { defineConfig } from '@playwright/test';
import { findChromium } from './src/commands/chromium.ts';

// Found once: the workers read this file again and get the answer through the environment.
const executablePath = (process.env.CHROMIUM_PATH ??= findChromium() ?? '');

export default defineConfig({
  testDir: 'tests/site',
  globalSetup: './tests/site/serve-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // A test may walk through every page, on a machine that does other work as well.
  timeout: 120_000,
  workers: 2,
  // On two busy cores a page may need seconds for its next state; none of these waits is a measurement.
  expect: { timeout: 15_000 },
  use: {
    // Set by serve-setup.ts, which runs before the workers read this.
    ...(process.env.KHUMUE_URL ? { baseURL: process.env.KHUMUE_URL } : {}),
    // A copy of the whole site for each test would cost time, and hide what a test puts in a file's place.
    serviceWorkers: 'block',
    // A control that never comes fails its test soon, not after all of the test's time.
    actionTimeout: 20_000,
    // Playwright scrolls to what it presses: smoothly, it would press where the page is no more. Tests of motion ask for it.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            // Letters as wide as their font says, as on a screen with fine pixels.
            '--font-render-hinting=none',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
  ],
});
