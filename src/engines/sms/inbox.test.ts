import { expect, it } from 'vitest'
import { handClock } from '#kernel/clock.ts'
import { developerInbox } from './inbox.ts'

const START = Date.parse('2026-09-01T00:00:00Z')

it('prints each message and keeps it, the newest first', async () => {
  const printed: string[] = []
  const clock = handClock(START)
  const inbox = developerInbox({ clock, print: (line) => printed.push(line) })
  await inbox.sms.send('13912341234', 'one')
  clock.advance(1000)
  await inbox.sms.send('13912341234', 'two')
  expect(inbox.list()).toEqual([
    { to: '13912341234', text: 'two', at: '2026-09-01T00:00:01.000Z' },
    { to: '13912341234', text: 'one', at: '2026-09-01T00:00:00.000Z' },
  ])
  expect(printed).toEqual(['SMS to 13912341234: one', 'SMS to 13912341234: two'])
})

it('shows the newest two hundred, and finds a number however many came after', async () => {
  const inbox = developerInbox({ clock: handClock(START) })
  await inbox.sms.send('13912341234', 'the code')
  for (let i = 0; i < 38_000; i++) await inbox.sms.send('13900000000', String(i))
  expect(inbox.list()).toHaveLength(200)
  expect(inbox.list()[0]?.text).toBe('37999')
  expect(inbox.list('13912341234').map(({ text }) => text)).toEqual(['the code'])
  expect(inbox.list('13900000000')).toHaveLength(200)
})

it('forgets the oldest', async () => {
  const inbox = developerInbox({ clock: handClock(START) })
  await inbox.sms.send('13912341234', 'the code')
  for (let i = 0; i < 200_000; i++) await inbox.sms.send('13900000000', String(i))
  expect(inbox.list('13912341234')).toEqual([])
})
