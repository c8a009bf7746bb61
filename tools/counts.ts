/** How a test runner's own report counts, in our three words. */
export type Counts = { passed: number; failed: number; skipped: number }
export const none: Counts = { passed: 0, failed: 0, skipped: 0 }
export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** A runner that leaves no report has failed. */
const nothing: Counts = { passed: 0, failed: 1, skipped: 0 }

type Stories = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

export function storyCounts(report: unknown): Counts {
  if (report === undefined) return nothing
  const it = report as Stories
  // A file that cannot be loaded fails without having a test.
  const unread = it.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: it.numPassedTests,
    failed: it.numFailedTests + unread,
    skipped: it.numPendingTests + it.numTodoTests,
  }
}

type Browser = { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }

export function browserCounts(report: unknown): Counts {
  if (report === undefined) return nothing
  const { stats, errors } = report as Browser
  // A browser test that passed the second time counts as passed; see retries in playwright.config.ts.
  const failed = stats.unexpected
  return { passed: stats.expected + stats.flaky, failed: failed === 0 ? errors.length : failed, skipped: stats.skipped }
}
