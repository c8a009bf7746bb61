import type { Parcel } from '#modules/sync/contract.ts'
import type { Noted } from '#modules/sync/contract-inward.ts'
import type { Desk, Ran } from '#modules/sync/deliver.ts'
import type { Standing } from '#modules/sync/rules.ts'

/** What a bad day does to a request: the process ends before it has noted, or the command is not answered now. */
export type Weather = {
  crashBeforeNote(): boolean
  busy(): boolean
  refuses(parcel: Parcel): boolean
  pause(): Promise<void>
}
export const FAIR: Weather = {
  crashBeforeNote: () => false,
  busy: () => false,
  refuses: () => false,
  pause: () => Promise.resolve(),
}

/** The server's side in memory: the road does a key once, the backlog holds what waits. */
export class Ledger {
  /** Keys in the order in which they had effect. */
  readonly done: string[] = []
  readonly rows = new Map<string, Noted>()
  decide(key: string, decision: 'again' | 'drop'): void {
    const row = this.rows.get(key)
    if (row) this.rows.set(key, { ...row, state: (decision === 'again' ? 'free' : 'dropped') as never })
  }

  desk(weather: Weather = FAIR): Desk {
    return {
      standing: async (keys) => {
        await weather.pause()
        return new Map(keys.flatMap((key): [string, Standing][] => this.#known(key)))
      },
      run: async (parcel) => {
        await weather.pause()
        return this.#run(parcel, weather)
      },
      note: async (rows) => {
        await weather.pause()
        if (weather.crashBeforeNote()) throw new Crash()
        for (const row of rows) this.#put(row)
        return new Set(rows.map(({ key }) => key))
      },
      behind: async () => {
        await weather.pause()
        return [...this.rows.values()].filter((row) => this.#mayGo(row))
      },
    }
  }

  #known(key: string): [string, Standing][] {
    const row = this.rows.get(key)
    return row ? [[key, { state: row.state, why: row.why, code: row.code }]] : []
  }

  #run(parcel: Parcel, weather: Weather): Ran {
    if (weather.busy()) return { state: 'later', code: 'unavailable' }
    if (!this.done.includes(parcel.key)) {
      if (weather.refuses(parcel)) return { state: 'refused', code: 'conflict', detail: {} }
      this.done.push(parcel.key)
    }
    return { state: 'done', output: parcel.key }
  }

  /** As `putParcels`: done and given up are the end, and waiting does not undo a decision. */
  #put(row: Noted): void {
    const before = this.rows.get(row.key)?.state as string | undefined
    if (before === 'done' || before === 'dropped') return
    if (row.state === 'held' && before !== undefined && before !== 'held') return
    this.rows.set(row.key, row)
  }

  #mayGo(row: Noted): boolean {
    const state = row.state as string
    const before = row.after === null ? undefined : (this.rows.get(row.after)?.state as string | undefined)
    return state === 'free' || (state === 'held' && (before === 'done' || before === 'dropped'))
  }
}

export class Crash extends Error {}
