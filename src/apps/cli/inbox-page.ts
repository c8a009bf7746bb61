import type { FastifyInstance } from 'fastify'
import { minuteOf, millis } from '#kernel/clock.ts'
import type { Inbox } from '#engines/sms/inbox.ts'
import { texts } from './messages.ts'

type Asked = { Querystring: { to?: string } }
const HIDDEN = { schema: { hide: true } as never }

/** What the local messenger would have sent, the newest 200 or those to one number; only where no real messenger is configured. */
export function inboxPage(app: FastifyInstance, inbox: Inbox): void {
  app.get<Asked>('/dev/inbox.json', HIDDEN, ({ query: { to } }) => inbox.list(to))
  app.get<Asked>('/dev/inbox', HIDDEN, ({ query: { to = '' } }, reply) => {
    const rows = inbox
      .list(to)
      .map(
        ({ to: phone, text, at }) =>
          `<li><time>${minuteOf(millis(at))}</time> <b>${safe(phone)}</b><p>${safe(text)}</p></li>`,
      )
    return reply.type('text/html; charset=utf-8').send(
      `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>${texts.inbox()}</title>
<body style="font:16px/1.6 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem"><h1>${texts.inbox()}</h1>
<form><label>${texts.inboxTo()} <input name="to" inputmode="numeric" value="${safe(to)}"></label> <button>${texts.inboxShow()}</button></form>
<ul>${rows.join('') || texts.outboxEmpty()}</ul></body></html>`,
    )
  })
}

const safe = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
