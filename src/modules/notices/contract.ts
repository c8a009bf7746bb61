import { z } from 'zod'
import { command, event, id, page, pageInput, query } from '#kernel/contract.ts'

/** 通知: the one way out to a person or post; in-app first, SMS through the port. */
export const NoticeId = id('NoticeId')
export const Notice = z.object({
  id: NoticeId,
  kind: z.string().describe('key of the message text'),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  subject: z.string().nullable().describe('id of what it is about: a case, a visit, a problem'),
  at: z.string(),
  readAt: z.string().nullable(),
  urgent: z.boolean(),
  sms: z.enum(['none', 'waiting', 'sent', 'failed']),
})
export type Notice = z.infer<typeof Notice>
export const myNotices = query('notices.mine', {
  input: z.object({ unread: z.boolean().default(false), ...pageInput }),
  output: page(Notice).extend({ unread: z.number() }),
  doc: 'Notices to me or to my post, newest first.',
})
export const readNotices = command('notices.read', {
  input: z.object({ ids: z.array(NoticeId).min(1).max(200) }),
  output: z.object({ unread: z.number() }),
  doc: 'Marks notices as read.',
})
export const handOverTexts = command('notices.text', {
  input: z.object({ ids: z.array(NoticeId).min(1).max(50) }),
  output: z.object({ handed: z.number(), postponed: z.number() }),
  doc: 'Hands text messages that have fallen due to the relay; in the quiet hours of their place only urgent ones.',
  inward: true,
})
export const forgetSpent = command('notices.forget', {
  input: z.object({}),
  output: z.object({ notices: z.number() }),
  doc: 'By the system: what tools told whose rows were destroyed is forgotten; that it was told stays.',
  inward: true,
})
export const smsWanted = event('notices.smsWanted', z.object({ notice: z.string() }))
