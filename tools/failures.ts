import { stripVTControlCharacters } from 'node:util'

/** What failed, a line each, for the end of a run: a record of CI that keeps only its tail must still say it. */
export type Stumble = { where: string; why: string }

type Stories = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** Vitest's JSON report -> the tests that failed, and the files that could not be loaded. */
export function storyFailures(report: unknown): Stumble[] {
  if (report === undefined) return []
  return (report as Stories).testResults.flatMap((file) => {
    if (file.status === 'failed' && file.assertionResults.length === 0)
      return [{ where: file.name, why: firstLines(file.message) }]
    return file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({ where: `${file.name}: ${test.fullName}`, why: firstLines(test.failureMessages.join('\n')) }))
  })
}

type Suite = { title: string; file?: string; suites?: Suite[]; specs?: Spec[] }
type Spec = { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }
type Browser = { suites: Suite[]; errors: { message?: string }[] }

/** Playwright's JSON report -> the tests of one outcome: `unexpected` failed twice, `flaky` passed the second time. */
export function browserFailures(report: unknown, outcome: 'unexpected' | 'flaky'): Stumble[] {
  if (report === undefined) return []
  const { suites, errors } = report as Browser
  const told = suites.flatMap((suite) => ofSuite(suite, outcome))
  const outside = errors.map(({ message }) => ({ where: 'outside of a test', why: firstLines(message ?? '') }))
  return outcome === 'unexpected' ? [...told, ...outside] : told
}

function ofSuite(suite: Suite, outcome: string, above = ''): Stumble[] {
  const path = above === '' ? suite.title : `${above} > ${suite.title}`
  const here = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === outcome)
      .map((test) => ({ where: `${path} > ${spec.title}`, why: firstLines(messageOf(test.results)) })),
  )
  return [...here, ...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, outcome, path))]
}

const messageOf = (results: Spec['tests'][number]['results']): string =>
  results.find(({ error }) => error?.message !== undefined)?.error?.message ?? ''

/** The first 6 lines, without the colours of a terminal. */
function firstLines(text: string): string {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 6)
    .join('\n    ')
}
