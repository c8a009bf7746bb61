import { answer } from '#kernel/ask.ts'
import { refuse } from '#kernel/errors.ts'
import { liveHolds } from '#kernel/holds.ts'
import { pull } from '#kernel/levers.ts'
import { EVACUEE_STATES } from './contract-evacuation.ts'
import { FIRM_STATES } from './contract-firms.ts'
import { reliefRoom } from './contract-room.ts'
import { TOOLS } from './levers.ts'
import { countStates, type Table } from './store.ts'
import { EVACUEE } from './store-evacuation.ts'
import { FIRM } from './store-firms.ts'
import { readRoom } from './store-room.ts'
import { namesFor } from './tool.ts'

export const room = answer(reliefRoom, {
  permission: 'relief.room',
  async run(ctx, input) {
    const place = input.place ?? ctx.actor.place ?? ''
    const here = { scope: ctx.scope, place }
    const holds = await liveHolds(ctx.tx, ctx.now)
    const r = (await readRoom(ctx.tx, here, ctx.now)) ?? refuse('internal', { missing: 'relief.room' })
    const states = async <S extends string>(table: Table, all: readonly S[]): Promise<Record<S, number>> => {
      const counted = await countStates(ctx.tx, table, { ...here, length: 4 })
      return Object.fromEntries(
        all.map((state) => [state, counted.find((one) => one.state === state)?.rows ?? 0]),
      ) as Record<S, number>
    }
    return {
      place,
      placeName: (await namesFor(ctx, [])).placeName(place),
      open: TOOLS.filter((tool) => pull(tool, holds, place, ctx.now)).map(({ name }) => name),
      shelters: { open: r.open, beds: r.beds, inside: r.inside, coming: r.coming },
      people: await states(EVACUEE, EVACUEE_STATES),
      doors: { total: r.doors, left: r.doorsLeft, help: r.help },
      lines: { total: r.lines, left: r.linesLeft },
      stays: { live: r.stays, waiting: r.needs },
      passes: { live: r.passes, crossings: r.crossings },
      calls: { waiting: r.calls, urgent: r.urgent },
      seats: { wanted: r.wanted, taken: r.taken },
      seeks: { looking: r.looking, found: r.found },
      items: { held: r.held, yuanOwed: r.owed },
      firms: await states(FIRM, FIRM_STATES),
      problems: r.problems,
    }
  },
})
