import type { AskContext } from '#kernel/ask.ts'
import { covers } from '#kernel/authorise.ts'
import type { z } from 'zod'
import { placeTree, type Tree } from '#modules/places/api.ts'
import type { Band, getActivation } from './contract.ts'
import { playbooks, type Playbooks } from './playbook-index.ts'
import { touches } from './rules.ts'
import { namesOf } from './store-seen.ts'
import { type Activation, isInForce } from './store.ts'

/** What everybody may know of an activation. The name of the one who decided is shown to staff. */
export async function shownBands(
  ctx: AskContext,
  all: readonly Activation[],
  here: string | undefined,
): Promise<z.infer<typeof Band>[]> {
  const [tree, books] = [await placeTree(ctx.platform), await playbooks(ctx.platform)]
  const staff = ctx.actor.kind === 'staff' || ctx.actor.kind === 'system'
  const chiefs = staff
    ? await namesOf(
        ctx.tx,
        all.map(({ chief }) => chief),
      )
    : new Map<string, string>()
  return all.map((a) => bandOf(a, { tree, books, chief: chiefs.get(a.chief ?? '') ?? null, here }))
}

type Known = { tree: Tree; books: Playbooks; chief: string | null; here: string | undefined }
function bandOf(a: Activation, { tree, books, chief, here }: Known): z.infer<typeof Band> {
  const book = books.get(a.playbook, a.version)
  const plan = book?.levels[a.level]
  return {
    id: a.id as never,
    number: a.number,
    kind: a.kind,
    name: book?.name ?? { zh: a.kind },
    command: book?.command ?? { zh: '' },
    level: a.level,
    state: a.state,
    drill: a.drill,
    area: a.area.map((code) => ({ code, name: tree.nameOf(code) })),
    here: here !== undefined && touches(a.area, here),
    since: a.since ?? a.at,
    endsAt: a.endsAt ?? a.at,
    legalBasis: a.legalBasis,
    issuer: a.issuer,
    chief,
    pauses: plan?.pauses ?? [],
    goesOn: plan?.goesOn ?? [],
  }
}

type Can = z.infer<(typeof getActivation)['output']>['can'][number]
const IN_FORCE: readonly [Can, string][] = [
  ['extend', 'emergency.declare'],
  ['changeLevel', 'emergency.declare'],
  ['end', 'emergency.end'],
  ['review', 'emergency.review'],
  ['note', 'emergency.note'],
]

export function canOf(ctx: AskContext, a: Activation, witnessed: boolean): Can[] {
  const may = (permission: string): boolean => {
    const scope = ctx.reaches(permission)
    return scope !== undefined && covers(scope, { place: a.place })
  }
  const possible: (readonly [Can, string])[] = [
    ...(isInForce(a, ctx.now) ? IN_FORCE : []),
    ...(a.filedOn === null && !a.drill && !['proposed', 'dropped'].includes(a.state)
      ? [['file', 'emergency.file'] as const]
      : []),
    ...(['active', 'ending', 'settling'].includes(a.state) ? [['keep', 'emergency.keep'] as const] : []),
    ...(['ending', 'settling'].includes(a.state) ? [['destroy', 'emergency.destroy'] as const] : []),
    ...(a.certificate !== null && !witnessed && ctx.actor.organ !== a.issuerOrgan
      ? [['witness', 'emergency.witness'] as const]
      : []),
  ]
  return possible.filter(([, permission]) => may(permission)).map(([can]) => can)
}
