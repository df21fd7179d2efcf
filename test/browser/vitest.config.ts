import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The tests that need a browser: npm run test:browser. One file, one browser, in order.
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/browser/*.browser.ts'],
    env: { TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    fileParallelism: false,
  },
});
