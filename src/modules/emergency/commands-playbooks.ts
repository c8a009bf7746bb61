import { dayOf } from '#kernel/clock.ts'
import { refuse } from '#kernel/errors.ts'
import { handler } from '#kernel/pipeline.ts'
import type { Platform } from '#kernel/platform.ts'
import { pathOf } from '#modules/places/contract.ts'
import { type Playbook, playbookSet, RESPONSES, setPlaybook } from './contract-playbooks.ts'
import { changesOf, leversOf, playbooks } from './playbook-index.ts'
import { insertPlaybook } from './store-playbooks.ts'

const set = handler(setPlaybook, {
  async load(ctx, { code, fromDay, levels }) {
    if (fromDay < dayOf(ctx.now)) refuse('invalid', { problems: [{ path: 'fromDay', problem: 'past' }] })
    const versions = (await playbooks(ctx.platform)).all().filter((one) => one.code === code)
    const wrong = strange(ctx.platform, levels, versions)
    if (wrong.length > 0)
      refuse('invalid', { problems: wrong.map((lever) => ({ path: 'levels', problem: `unknown_lever ${lever}` })) })
    // A playbook holds for the whole city, so only who reaches all of it sets it.
    return { versions, city: pathOf(ctx.actor.place ?? '')[0] ?? '' }
  },
  allow: { permission: 'emergency.setPlaybook', where: ({ city }) => ({ place: city }) },
  async handle(ctx, input, { versions, city }) {
    const last = versions.at(-1)
    if (last && input.fromDay < last.fromDay) refuse('conflict', { from: last.fromDay })
    for (const one of versions) await insertPlaybook(ctx.tx, one, null, ctx.now)
    const playbook = { ...input, version: (last?.version ?? 0) + 1, shipped: false }
    await insertPlaybook(ctx.tx, playbook, ctx.actor.post, ctx.now)
    ctx.emit(playbookSet, playbook.code, city, { code: playbook.code, version: playbook.version })
    return playbook
  },
})

/** What this installation does not have, unless a version before named it already: such a tool may come with the next one. */
function strange(p: Platform, levels: Playbook['levels'], versions: readonly Playbook[]): string[] {
  const missingIn = (of: Playbook['levels']): string[] => RESPONSES.flatMap((level) => changesOf(p, of[level]).missing)
  const known = leversOf(p)
  const before = new Set(versions.flatMap((one) => missingIn(one.levels)).filter((name) => !known.has(name)))
  return [...new Set(missingIn(levels))].filter((name) => !before.has(name))
}

export const playbookHandlers = [set]
