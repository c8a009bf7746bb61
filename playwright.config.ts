import { defineConfig } from '@playwright/test'
import { findChromium } from './tools/chromium.ts'

const FLAGS = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking']
const QUIET = ['disable-component-update', 'disable-sync']

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Starts one OpenPalm with the demo city and puts its address into E2E_URL; workers read this file after that.
  globalSetup: './test/e2e/server.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  // Two browsers share one city and a slow machine; what fails twice in a row is a fault.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    baseURL: process.env['E2E_URL'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: [...FLAGS, ...QUIET].map((flag) => `--${flag}`) },
  },
  projects: [
    { name: 'desk', testMatch: '**/*.desk.e2e.ts', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      testMatch: '**/*.phone.e2e.ts',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
