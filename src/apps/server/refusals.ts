import type { FastifyError, FastifyInstance } from 'fastify'
import { Refusal, type RefusalCode } from '#kernel/errors.ts'
import type { Platform } from '#kernel/platform.ts'
import { refusalTexts } from '#kernel/refusal-messages.ts'
import { inLanguageOf } from './actor.ts'

/** Refusals are told in the reader's language; anything else is a bug: logged with the request id, told as `internal`. */
export function answerRefusals(app: FastifyInstance, p: Platform): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const refusal = error instanceof Refusal ? error : fromFramework(error)
    if (!refusal)
      p.log.error(
        { request: request.id, url: request.routeOptions.url, problem: error.message, stack: error.stack },
        'a request failed',
      )
    const { code, detail } = refusal ?? new Refusal('internal')
    const { problems = [], ...facts } = detail
    void reply
      .code(refusal?.status ?? 500)
      .send({ code, message: textOf(code, request), problems, detail: facts, request: request.id })
  })
  app.setNotFoundHandler((request, reply) => {
    void reply
      .code(404)
      .send({ code: 'not_found', message: textOf('not_found', request), problems: [], detail: {}, request: request.id })
  })
}

const textOf = (code: RefusalCode, request: Parameters<typeof inLanguageOf>[0]): string =>
  inLanguageOf(request, () => (refusalTexts as Record<string, (() => string) | undefined>)[code]?.() ?? code)

/** What Fastify itself refuses, in our words. */
function fromFramework(error: FastifyError): Refusal | undefined {
  // A path that leads out of the folder of pages: there is nothing.
  if (error.statusCode === 403 || error.statusCode === 404) return new Refusal('not_found')
  if (error.statusCode === 413) return new Refusal('too_large')
  if (error.statusCode === 415) return new Refusal('unsupported_file')
  if (error.statusCode === 429) return new Refusal('too_many', { seconds: 60 })
  if (error.statusCode === 400) return new Refusal('invalid', { problems: [{ path: '', problem: 'unreadable' }] })
  return undefined
}
