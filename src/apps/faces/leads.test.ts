import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NOTICE_KINDS } from '#modules/notices/messages.ts'
import { leadsOf } from './leads.ts'

const SUBJECT = '019b7523-3400-7ca5-8000-000000000001'
const FACES = ['town', 'field', 'console'] as const

it('opens a case for what is about a case, and nothing where there is no case', () => {
  expect(leadsOf('field')({ kind: 'case_assigned', subject: SUBJECT })).toBe(`/case/${SUBJECT}`)
  expect(leadsOf('town')({ kind: 'report_received', subject: SUBJECT })).toBe(`/case/${SUBJECT}`)
  expect(leadsOf('console')({ kind: 'case_warn', subject: SUBJECT })).toBe(`/cases/${SUBJECT}`)
  expect(leadsOf('field')({ kind: 'case_assigned', subject: null })).toBeUndefined()
})

it('never takes the subject of anything else for a case', () => {
  for (const kind of NOTICE_KINDS.filter((one) => !/^(case|report)_/.test(one)))
    for (const face of FACES) expect(leadsOf(face)({ kind, subject: SUBJECT }) ?? '', kind).not.toMatch(/^\/cases?\//)
  expect(leadsOf('town')({ kind: 'visit_noted', subject: SUBJECT })).toBe('/visits')
  expect(leadsOf('console')({ kind: 'problem_yours', subject: SUBJECT })).toBe('/tuesday')
  expect(leadsOf('field')({ kind: 'problem_yours', subject: SUBJECT })).toBeUndefined()
})

it('opens the order that was sent, the response that was decided and the tool that is meant', () => {
  expect(leadsOf('field')({ kind: 'order_came', subject: SUBJECT })).toBe(`/order/${SUBJECT}`)
  expect(leadsOf('console')({ kind: 'order_came', subject: SUBJECT })).toBe(`/orders/${SUBJECT}`)
  expect(leadsOf('field')({ kind: 'order_below', subject: SUBJECT })).toBe('/orders')
  expect(leadsOf('field')({ kind: 'order_stand_in', subject: null })).toBe('/orders')
  for (const kind of ['response_begins', 'drill_begins', 'response_review'])
    expect(leadsOf('console')({ kind, subject: SUBJECT })).toBe(`/emergency/${SUBJECT}`)
  expect(leadsOf('town')({ kind: 'response_ends', subject: SUBJECT })).toBe('/emergency')
  expect(leadsOf('town')({ kind: 'relief_pass', subject: null })).toBe('/relief/passes')
  expect(leadsOf('field')({ kind: 'relief_need', subject: SUBJECT })).toBe('/relief/stays')
})

it('leads only where a face has a screen', () => {
  for (const face of FACES) {
    const routes = readFileSync(join(import.meta.dirname, `../${face}/routes.tsx`), 'utf8')
    for (const kind of NOTICE_KINDS)
      for (const subject of [SUBJECT, null]) {
        const lead = leadsOf(face)({ kind, subject })
        const path = lead?.replace(SUBJECT, '$id')
        if (path) expect(routes, `${kind} in ${face}`).toContain(`'${path}'`)
      }
  }
})
