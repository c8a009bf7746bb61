import { answer, type AskContext } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { tokenOf } from '#kernel/pipeline.ts'
import { placeTree } from '#modules/places/api.ts'
import { postsOf } from '#modules/posts/api.ts'
import { listBacklog, listDevices, touchDevice, type WIPES } from './contract.ts'
import { readBehind, readStanding, readStranded } from './contract-inward.ts'
import { listWaiting, readyOf, standingOf, strandedOf } from './store.ts'
import { type Device, deviceByToken, listDevicesIn } from './store-devices.ts'

type Wipe = (typeof WIPES)[number]

/** Asked for by somebody: at once. Without a post today there is no work to carry: after what is on it has been sent. */
export async function wipeOf({ tx, now }: Pick<AskContext, 'tx' | 'now'>, found: Device): Promise<Wipe | null> {
  if (found.wipeAskedAt && !found.wipedAt) return 'asked'
  return (await postsOf(tx, found.person, dayOf(now))).length === 0 ? 'post_ended' : null
}

export const contact = answer(touchDevice, {
  permission: 'sync.contact',
  secret: ({ token }) => token,
  async run(ctx, { device, token }) {
    const found = await deviceByToken(ctx.tx, device, tokenOf(token))
    return { known: found !== undefined, wipe: found ? await wipeOf(ctx, found) : null }
  },
})

export const devices = answer(listDevices, {
  permission: 'sync.devices',
  purpose: 'account',
  async run(ctx, { limit }) {
    const rows = await listDevicesIn(ctx.tx, ctx.scope, limit)
    ctx.saw(
      rows.map(({ person }) => person),
      { fields: 'name' },
    )
    const tree = await placeTree(ctx.platform)
    return {
      rows: rows.map((row) => ({
        id: row.id,
        device: row.device,
        name: row.name,
        agent: row.agent,
        owner: row.owner,
        mine: row.person === ctx.actor.person,
        placeName: tree.shortName(row.place),
        registeredAt: row.registeredAt,
        seenAt: row.seenAt,
        wipe: row.wipeAskedAt
          ? { at: row.wipeAskedAt, reason: row.wipeReason ?? '', doneAt: row.wipedAt, unsent: row.unsent }
          : null,
      })),
    }
  },
})

export const backlog = answer(listBacklog, {
  permission: 'sync.backlog',
  purpose: 'offline_work',
  async run(ctx, { limit }) {
    const rows = await listWaiting(ctx.tx, ctx.scope, limit)
    ctx.saw(
      rows.map(({ person }) => person),
      { fields: 'name' },
    )
    const tree = await placeTree(ctx.platform)
    return {
      rows: rows.map(({ place, ...row }) => ({
        ...row,
        mine: row.person === ctx.actor.person,
        placeName: tree.shortName(place),
      })),
    }
  },
})

export const standing = answer(readStanding, {
  permission: 'sync.standing',
  run: async ({ tx, actor }, { keys }) => ({ rows: await standingOf(tx, actor.person ?? '', keys) }),
})

const AT_ONCE = 50
export const behind = answer(readBehind, {
  permission: 'sync.behind',
  run: async ({ tx, actor }) => ({ rows: await readyOf(tx, actor.person ?? '', AT_ONCE) }),
})

export const stranded = answer(readStranded, {
  permission: 'sync.carry',
  purpose: 'offline_work',
  async run(ctx, { person, key }) {
    const found = (await strandedOf(ctx.tx, ctx.scope, person, key)) ?? refuse('not_found')
    ctx.saw([person], { subject: key, place: found.place, fields: 'parcel' })
    return { parcel: found.parcel }
  },
})
