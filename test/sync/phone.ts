import { uuidv7 } from '#kernel/ids.ts'
import type { Command } from '#kernel/contract.ts'
import { registerDevice } from '#modules/sync/contract.ts'
import type { Parcel, Pushed, Receipt } from '#modules/sync/contract.ts'
import { takeParcels } from '#modules/sync/api.ts'
import type { Actor } from '#kernel/authorise.ts'
import type { CastName, House } from '#test/city/house.ts'

/** A worker's phone, as the server knows it: it makes parcels and sends them in whatever order the day brings. */
export class Phone {
  readonly device = uuidv7(1)
  readonly token = 'T'.repeat(40)
  /** Ahead of the server's clock by so much. */
  skewMs = 0
  readonly #last = new Map<string, string>()
  readonly house: House
  readonly actor: Actor
  constructor(house: House, who: CastName | Actor) {
    this.house = house
    this.actor = typeof who === 'string' ? house.as(who) : who
  }

  register() {
    return this.house.send(this.actor, registerDevice, {
      device: this.device as never,
      token: this.token,
      name: 'test phone',
    })
  }

  /** Makes one; what is about the same thing follows what was made about it before. */
  make(command: Pick<Command, 'name'>, input: object, thing: string, more: Partial<Parcel> = {}): Parcel {
    const made: Parcel = {
      key: uuidv7(this.#now()),
      person: this.actor.person ?? '',
      post: this.actor.post ?? '',
      thing,
      after: this.#last.get(thing) ?? null,
      command: command.name,
      input: input as Record<string, unknown>,
      title: `${command.name} ${thing}`,
      at: new Date(this.#now()).toISOString(),
      ...more,
    }
    this.#last.set(thing, made.key)
    return made
  }

  send(parcels: readonly Parcel[], as: Actor = this.actor): Promise<Pushed> {
    const push = { device: this.device as never, sentAt: new Date(this.#now()).toISOString(), parcels: [...parcels] }
    return takeParcels({ p: this.house.p, actor: as, request: this.house.key(), client: undefined }, push)
  }

  #now = (): number => this.house.clock.now() + this.skewMs
}

export const stateOf = ({ receipts }: Pushed, { key }: Parcel): Receipt['state'] | undefined =>
  receipts.find((receipt) => receipt.key === key)?.state
export const states = (pushed: Pushed, parcels: readonly Parcel[]): (Receipt['state'] | undefined)[] =>
  parcels.map((parcel) => stateOf(pushed, parcel))
