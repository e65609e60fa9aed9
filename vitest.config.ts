import { defineConfig } from 'vitest/config'

const withDatabases = {
  globalSetup: ['tests/helpers/database-cluster.ts'],
  testTimeout: 240_000,
  hookTimeout: 240_000,
}

export default defineConfig({
  test: {
    // Each embedded database holds about 500 MB, and a developer's machine may have two cores.
    maxWorkers: 2,
    pool: 'forks',
    // Only what hangs ends by it: how long a property takes to prove depends on the machine.
    testTimeout: 120_000,
    // What is waited for comes at once or never; only a busy machine takes longer.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: 'core', include: ['tests/core/**/*.test.ts'] } },
      { extends: true, test: { name: 'data', include: ['tests/data/**/*.test.ts'] } },
      { extends: true, test: { name: 'scripts', include: ['tests/scripts/**/*.test.ts'] } },
      { extends: true, test: { name: 'web', include: ['tests/web/**/*.test.{ts,tsx}'] } },
      { extends: true, test: { name: 'server', include: ['tests/server/**/*.test.ts'], ...withDatabases } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          ...withDatabases,
          // One Chromium that draws maps in software needs both cores.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
