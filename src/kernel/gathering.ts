/**
 * Commands that come many at once: thousands who say within a minute that they have seen an order. Who comes while others of the
 * same name are on their way waits for them, and then goes with all who wait, in one transaction. A group in which anything
 * fails goes again one by one, so each is done or refused for what it is itself. In quiet hours everybody goes alone.
 */
export type Gathered<T> = {
  /** What two of one group may not share, such as the row that they change. */
  keys: readonly string[]
  one: T
}

const WRITERS = 2
const MOST = 64

type Waiting<T> = Gathered<T> & { resolve: (output: unknown) => void; reject: (error: unknown) => void }
type Ways<T> = {
  alone: (one: T) => Promise<unknown>
  group: (all: readonly T[]) => Promise<readonly unknown[]>
}

export class Gathering<T> {
  readonly #ways: Ways<T>
  readonly #busy = new Set<string>()
  #waiting: Waiting<T>[] = []
  #writers = 0

  constructor(ways: Ways<T>) {
    this.#ways = ways
  }

  join(one: Gathered<T>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...one, resolve, reject })
      this.#next()
    })
  }

  #next(): void {
    if (this.#writers >= WRITERS) return
    const group = this.#take()
    if (group.length === 0) return
    this.#writers++
    void this.#run(group).finally(() => {
      this.#writers--
      for (const { keys } of group) for (const key of keys) this.#busy.delete(key)
      this.#next()
    })
  }

  /** In the order in which they came, but for those who share something with who is on the way. */
  #take(): Waiting<T>[] {
    const group: Waiting<T>[] = []
    const left: Waiting<T>[] = []
    for (const one of this.#waiting) {
      if (group.length === MOST || one.keys.some((key) => this.#busy.has(key))) {
        left.push(one)
        continue
      }
      for (const key of one.keys) this.#busy.add(key)
      group.push(one)
    }
    this.#waiting = left
    return group
  }

  async #run(group: readonly Waiting<T>[]): Promise<void> {
    if (group.length > 1 && (await this.#asOne(group))) return
    await Promise.all(group.map(({ one, resolve, reject }) => this.#ways.alone(one).then(resolve, reject)))
  }

  async #asOne(group: readonly Waiting<T>[]): Promise<boolean> {
    const outputs = await this.#ways.group(group.map(({ one }) => one)).catch(() => undefined)
    if (outputs) for (const [at, { resolve }] of group.entries()) resolve(outputs[at])
    return outputs !== undefined
  }
}
