import { answer } from '#kernel/ask.ts'
import { organs } from '#modules/people/api.ts'
import { reliefMine } from './contract-mine.ts'
import { readMine } from './store-mine.ts'
import { namesFor } from './tool.ts'

export const mine = answer(reliefMine, {
  permission: 'relief.mine',
  purpose: 'own_data',
  async run(ctx) {
    const { moving, lines, doors, calls } = await readMine(ctx.tx, ctx.actor.person ?? '')
    const held = await organs(ctx.platform)
    const names = await namesFor(
      ctx,
      moving.map(({ escort }) => escort),
    )
    return {
      moving: moving.map(({ escort, shelterName, shelterAddress, ...row }) => ({
        ...row,
        shelter: shelterName ? { name: shelterName, address: shelterAddress ?? '' } : null,
        escort: names.by(escort),
      })),
      lines: lines.map((row) => ({ ...row, source: held.get(row.source)?.name.zh ?? '' })),
      doors,
      calls,
    }
  },
})
