import { answer } from '#kernel/ask.ts'
import { dayOf } from '#kernel/clock.ts'
import { placeTree } from '#modules/places/api.ts'
import { readPasted } from './contract-rotation.ts'
import { type Holder, linesOf, readLines } from './pasted.ts'
import { readSeatsIn, readStaffNamed } from './store-rotation.ts'

const brief = (holder: Holder | null) =>
  holder && { id: holder.post as never, name: holder.name, title: holder.title, placeName: holder.placeName }

/** Names and duties of staff are public to staff, as in the list of posts; so these looks are not noted. */
const pasted = answer(readPasted, {
  permission: 'bonds.checkRotation',
  async run(ctx, { text }) {
    const lines = linesOf(text).slice(0, MOST)
    const tree = await placeTree(ctx.platform)
    const held = (await readSeatsIn(ctx.tx, ctx.scope, dayOf(ctx.now))).map(({ id: post, ...rest }): Holder => ({
      post,
      ...rest,
      placeName: tree.shortName(rest.place),
    }))
    const named = await readStaffNamed(
      ctx.tx,
      lines.map(({ successor }) => successor.join('')),
    )
    const rows = readLines(
      lines,
      held,
      Map.groupBy(named, ({ name }) => name),
    )
    return {
      rows: rows.map(({ seat, from, person, ...row }) => ({
        ...row,
        seat: brief(seat),
        from: brief(from),
        person: person as { id: never; name: string } | null,
      })),
    }
  },
})
/** As many as one rotation moves. */
const MOST = 500

export const rotationAnswers = [pasted]
