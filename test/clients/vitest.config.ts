import { defineConfig } from 'vitest/config';
import base from '../vitest.config.ts';

// vitest asks for a default export here.
// biome-ignore lint/style/noDefaultExport: see above
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/clients/**/*.test.ts'],
    testTimeout: 600_000,
    // Clients wait most of the time: three at once still leave the brokers alone.
    sequence: { concurrent: true },
    maxConcurrency: 3,
  },
});
