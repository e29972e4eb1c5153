import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// vitest asks for a default export here.
// biome-ignore lint/style/noDefaultExport: see above
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '..'),
    include: ['test/{unit,integration}/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
    // Real brokers, containers and browsers on a runner that others share: a second try, which the report tells of.
    retry: process.env.CI === 'true' ? 1 : 0,
  },
});
