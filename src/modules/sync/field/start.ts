import { systemClock } from '#kernel/clock.ts'
import { getMySelf, type Me } from '#modules/signin/contract.ts'
import { CallError } from '#ui/call.ts'
import { installApp } from '#ui/offline/install.ts'
import { watchLine, isReached } from '#ui/offline/line.ts'
import { queries } from '#ui/query.tsx'
import { contactAll, left, lookAround, opened, sync } from './carry.ts'
import { findByOurselves } from './found.ts'
import { stageNow } from './stage.ts'

const EVERY_MS = 5 * 60_000
const SOONEST_MS = 60_000

/** Once, as the field app starts. From here on what `signin.me` answers opens and closes the store of who is here. */
export function startOffline(): void {
  installApp('/field/sw.js', '/field/')
  findByOurselves()
  queries.getQueryCache().subscribe(({ query, type }) => {
    const [asked] = query.queryKey as unknown[]
    if (type === 'updated' && asked === getMySelf.name) follow(query.state)
  })
  const known = queries.getQueryState([getMySelf.name, {}])
  if (known) follow(known)
  void contactAll()
  setInterval(() => void sync(), EVERY_MS)
  watchLine(() => {
    if (!isReached()) return
    void queries.invalidateQueries()
    void sync()
  })
  // Nobody asks anything while the phone lies there; the browser knows when the network is back.
  addEventListener('online', () => void queries.invalidateQueries({ queryKey: [getMySelf.name] }))
  document.addEventListener('visibilitychange', () => {
    const { syncedAt } = stageNow()
    if (document.visibilityState === 'visible' && systemClock.now() - (syncedAt ?? 0) > SOONEST_MS) void sync()
  })
}

type State = {
  data?: unknown
  status: string
  fetchStatus: string
  fetchFailureCount: number
  fetchFailureReason: unknown
}

function follow({ data, status, fetchStatus, fetchFailureCount, fetchFailureReason }: State): void {
  const me = data as Me | undefined
  const failed = fetchFailureReason instanceof CallError && fetchFailureReason.code === 'offline'
  // The first try is enough to ask for the password; the others go on behind it.
  if (!me && failed && fetchFailureCount > 0) return void lookAround()
  if (fetchStatus !== 'idle' || status !== 'success' || !me) return
  if (me.kind !== 'anonymous') void opened(me)
  else if (isReached()) void expired()
}

/** The session is over: sealed again; who signs in next opens his own. */
const expired = (): Promise<void> => (stageNow().person ? left() : Promise.resolve())
