import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const withServer = ['app/admin/**', 'lib/server/**', 'server/**', 'bin/**', 'prisma/**', 'script/**'];

// Rules are tested beside their file with no database; commands and queries against a real PostgreSQL.
export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: 'server-only', replacement: join(root, 'server/outside-next.ts') },
    ],
  },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['node_modules/**', '.next/**', 'data/**', 'e2e/**', ...withServer],
          // Properties over hostile texts and files take their time on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: withServer.map((folder) => `${folder}/*.test.{ts,tsx}`),
          globalSetup: 'lib/server/testing/cluster.ts',
          setupFiles: 'lib/server/testing/pages.ts',
          env: {
            SESSION_SECRET: 'only for tests, where nobody is signed in for real',
            REQUEST_KEYS: 'only-for-tests:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
          },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
