import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NOTICE_KINDS } from './messages.ts'
import { leadOf } from './parts/leads.ts'

const SUBJECT = '019b7523-3400-7ca5-8000-000000000001'

it('opens a case for what is about a case, and nothing where there is no case', () => {
  expect(leadOf({ kind: 'case_assigned', subject: SUBJECT }, 'field')).toBe(`/case/${SUBJECT}`)
  expect(leadOf({ kind: 'report_received', subject: SUBJECT }, 'town')).toBe(`/case/${SUBJECT}`)
  expect(leadOf({ kind: 'case_warn', subject: SUBJECT }, 'console')).toBe(`/cases/${SUBJECT}`)
  expect(leadOf({ kind: 'case_assigned', subject: null }, 'field')).toBeUndefined()
})

it('never takes the subject of anything else for a case', () => {
  for (const kind of NOTICE_KINDS.filter((one) => !/^(case|report)_/.test(one)))
    for (const face of ['town', 'field', 'console'] as const)
      expect(leadOf({ kind, subject: SUBJECT }, face) ?? '', kind).not.toContain(SUBJECT)
  expect(leadOf({ kind: 'visit_noted', subject: SUBJECT }, 'town')).toBe('/visits')
  expect(leadOf({ kind: 'problem_yours', subject: SUBJECT }, 'console')).toBe('/tuesday')
  expect(leadOf({ kind: 'problem_yours', subject: SUBJECT }, 'field')).toBeUndefined()
})

it('leads only where a face has a screen', () => {
  for (const face of ['town', 'field', 'console'] as const) {
    const routes = readFileSync(join(import.meta.dirname, `../../apps/${face}/routes.tsx`), 'utf8')
    for (const kind of NOTICE_KINDS) {
      const lead = leadOf({ kind, subject: null }, face)
      if (lead) expect(routes, `${kind} in ${face}`).toContain(`'${lead}'`)
    }
  }
})
