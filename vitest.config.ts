import { defineConfig } from 'vitest/config';

// Tests pin clock, zone and locale, and reach no network: what they say must not depend on where they run.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    env: { TZ: 'UTC', LC_ALL: 'C.UTF-8' },
    setupFiles: ['test/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
