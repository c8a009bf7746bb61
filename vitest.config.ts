import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['demo/**/*.test.ts', 'src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'data/**', 'test/e2e/**'],
    globalSetup: ['test/setup/database.ts'],
    // A file may build a whole small city before its first story.
    hookTimeout: 60_000,
    testTimeout: 30_000,
    // Each worker holds its own databases; more workers than this only make PostgreSQL wait for itself.
    maxWorkers: 4,
  },
})
