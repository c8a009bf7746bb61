import type { FastifyInstance } from 'fastify'
import type { Inbox } from '#engines/sms/inbox.ts'
import { texts } from './messages.ts'

/** What the local messenger would have sent; only where no real messenger is configured. */
export function inboxPage(app: FastifyInstance, inbox: Inbox): void {
  app.get('/dev/inbox.json', { schema: { hide: true } as never }, () => inbox.list())
  app.get('/dev/inbox', { schema: { hide: true } as never }, (_request, reply) => {
    const rows = inbox
      .list()
      .map(({ to, text, at }) => `<li><time>${safe(at)}</time> <b>${safe(to)}</b><p>${safe(text)}</p></li>`)
    return reply.type('text/html; charset=utf-8').send(
      `<!doctype html><html lang="zh-CN"><meta name="viewport" content="width=device-width"><title>${texts.inbox()}</title>
<body style="font:16px/1.6 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem"><h1>${texts.inbox()}</h1><ul>${rows.join('') || texts.outboxEmpty()}</ul></body></html>`,
    )
  })
}

const safe = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
