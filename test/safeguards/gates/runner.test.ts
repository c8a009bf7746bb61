import { expect, it } from 'vitest'
import { browserCounts, storyCounts } from '../../../tools/counts.ts'
import { browserFailures, storyFailures } from '../../../tools/failures.ts'
import { GATES } from '../../../tools/gates/all.ts'
import { examine } from '../../../tools/gates/examine.ts'
import { tool } from '../../../tools/gates/tree.ts'
import { HOUSE, plant } from './plant.ts'

it('a gate that looked at nothing has failed, and so has one that broke', async () => {
  const nothing = () => ({ looked: 0, faults: [] })
  expect(await examine('a', nothing, { allowed: [] })).toEqual({ looked: 0, faults: ['looked at nothing'] })
  expect(await examine('a', nothing, { allowed: [], mayBeEmpty: true })).toEqual({ looked: 0, faults: [] })
  const broken = await examine('a', () => Promise.reject(new Error('torn')), { allowed: [] })
  expect(broken.faults).toEqual([expect.stringContaining('torn')])
})

it('no gate passes an empty house', async () => {
  const root = plant({
    ...HOUSE,
    'boundaries.ts': 'export const KNOWS = {}\n',
    'tsconfig.json': '{ "include": ["src"] }',
  })
  const judged = Object.entries(GATES).map(async ([name, gate]) => [name, (await examine(name, gate, { root })).faults])
  const passed = (await Promise.all(judged)).filter(([, faults]) => faults?.length === 0).map(([name]) => name)
  // machine-paths has package.json, tsconfig.json and boundaries.ts to read even there.
  expect(passed).toEqual(['machine-paths'])
}, 60_000)

it('an unknown gate fails the check', async () => {
  const { failed, text } = await tool(process.cwd(), 'node', ['tools/check.ts', 'nonsense'])
  expect({ failed, said: text.includes('nonsense: no such gate') }).toEqual({ failed: true, said: true })
})

it('counts a file of stories that cannot be read, and a runner without a report, as failed', () => {
  const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 3, numTodoTests: 1 }
  const unread = { status: 'failed', assertionResults: [] }
  expect(storyCounts({ ...report, testResults: [unread, { status: 'failed', assertionResults: [{}] }] })).toEqual({
    passed: 2,
    failed: 2,
    skipped: 4,
  })
  expect(storyCounts(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

it('counts a browser test that passed the second time as passed, twice failed and a broken set-up as failed', () => {
  const stats = { expected: 3, unexpected: 0, flaky: 1, skipped: 2 }
  expect(browserCounts({ stats, errors: [] })).toEqual({ passed: 4, failed: 0, skipped: 2 })
  expect(browserCounts({ stats: { ...stats, unexpected: 1 }, errors: [] })).toEqual({
    passed: 4,
    failed: 1,
    skipped: 2,
  })
  expect(browserCounts({ stats: { ...stats, flaky: 0 }, errors: [{}] })).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

it('names each failed story and browser test, the files that could not be read, and what passed the second time', () => {
  const failed = {
    status: 'failed',
    fullName: 'the lamp is lit',
    failureMessages: ['\u001B[31mdark\u001B[39m\n\n at lamp.ts:1'],
  }
  const files = [
    {
      name: 'lamp.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [failed, { ...failed, status: 'passed' }],
    },
    { name: 'torn.test.ts', status: 'failed', message: 'cannot be read', assertionResults: [] },
  ]
  expect(storyFailures({ testResults: files })).toEqual([
    { where: 'lamp.test.ts: the lamp is lit', why: 'dark\n     at lamp.ts:1' },
    { where: 'torn.test.ts', why: 'cannot be read' },
  ])
  const spec = (title: string, status: string) => ({
    title,
    tests: [{ status, results: [{}, { error: { message: 'too late' } }] }],
  })
  const suites = [
    { title: 'walk', suites: [{ title: 'desk', specs: [spec('in', 'unexpected'), spec('out', 'flaky')] }] },
  ]
  const report = { suites, errors: [{ message: 'no browser' }] }
  expect(browserFailures(report, 'unexpected')).toEqual([
    { where: 'walk > desk > in', why: 'too late' },
    { where: 'outside of a test', why: 'no browser' },
  ])
  expect(browserFailures(report, 'flaky')).toEqual([{ where: 'walk > desk > out', why: 'too late' }])
})
