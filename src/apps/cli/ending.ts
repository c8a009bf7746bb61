import { texts } from './messages.ts'

/** A database that does not answer must not keep the process: after this long it goes anyway; nothing acknowledged is lost. */
const LONGEST_MS = 15_000

/**
 * A clean stop on SIGINT or SIGTERM; also when the npm that started us is gone, since npm does not pass a SIGTERM on.
 * `parts` are stopped in order.
 */
export function stopCleanly(parts: readonly (() => Promise<unknown>)[]): void {
  let stopping = false
  async function stop(): Promise<void> {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), LONGEST_MS).unref()
    console.log(texts.stopping())
    for (const part of parts) await part()
    console.log(texts.stopped())
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
  const parent = process.ppid
  if (process.env['npm_lifecycle_event'] === 'start')
    setInterval(() => process.ppid !== parent && void stop(), 1000).unref()
}
