import { answer, type AskContext } from '#kernel/ask.ts'
import { DAY_MS, instant, millis, startOfDay } from '#kernel/clock.ts'
import type { InputOf } from '#kernel/contract.ts'
import { cursorOf, readCursor } from '#kernel/cursor.ts'
import { refuse } from '#kernel/errors.ts'
import { type Act, type LookFilter, officeKey } from '#kernel/record-reading.ts'
import { aliasesOf, organs } from '#modules/people/api.ts'
import { groupLooks as groupsContract, listLooks, type Look } from './contract.ts'
import type { OutsideLook } from './contract-outside.ts'
import { countOf, groupsOf, recordOf } from './looking.ts'
import { officeOf } from './offices.ts'
import { covered, purposeOf } from './rules.ts'
import { type Withheld, withheldOf } from './store-disclosure.ts'
import { reasonsOf } from './store-glass.ts'
import { outsideLooksAt, outsideNames } from './store-outside.ts'
import { postTitles } from './store.ts'
import { running } from './withholding.ts'

type Input = InputOf<typeof listLooks>
type Filtering = Pick<Input, 'office' | 'purpose' | 'from' | 'to'>

/** All entries that are this person; somebody of whom there is one alone, as nearly always, costs nothing more. */
async function myself(ctx: AskContext): Promise<string[]> {
  const person = ctx.actor.person ?? refuse('forbidden')
  return (await aliasesOf(ctx.tx, [person])).get(person) ?? [person]
}

const filterOf = ({ office, purpose, from, to }: Filtering, withheld: readonly Withheld[]): LookFilter => ({
  organ: office,
  purpose,
  from: from && instant(startOfDay(from)),
  to: to && instant(startOfDay(to) + DAY_MS),
  withheld,
})

const looks = answer(listLooks, {
  permission: 'consents.looks',
  async run(ctx, input) {
    const persons = await myself(ctx)
    const windows = await withheldOf(ctx.tx, persons)
    const hidden = running(windows, ctx.now)
    const filter = filterOf(input, hidden)
    const found = await pageOfBoth(ctx, persons, { filter, limit: input.limit, cursor: input.cursor })
    const month = await countOf(ctx, persons, { withheld: hidden, from: instant(ctx.now - 30 * DAY_MS) })
    const office = officeOf(await organs(ctx.platform))
    return {
      rows: await shown(ctx, found.rows, windows),
      next: found.next,
      total30: month.total,
      organs30: month.organs,
      appeared: windows
        .filter(({ until }) => millis(until) <= ctx.now && ctx.now - millis(until) < RECENT_MS)
        .map(({ organ, place, article, since, until }) => ({
          organ: organ || place ? office({ organ, role: roleAt(place), actorPlace: place }) : null,
          office: organ ?? `${roleAt(place)} ${place}`,
          article,
          since,
          until,
        })),
    }
  },
})

/** How long a delay that is over is pointed out above the list; in the list it stays marked. */
const RECENT_MS = 90 * DAY_MS
const roleAt = (place: string): string =>
  place.length <= 4 ? 'city_command' : place.length <= 6 ? 'county_command' : 'township_room'

type Entry = { at: string; source: 'r'; act: Act } | { at: string; source: 'o'; look: OutsideLook }
type Paging = { filter: LookFilter; limit: number; cursor: string | undefined }

/** The record and what registers outside told, as one list: newest first, at the same instant the record first. */
async function pageOfBoth(ctx: AskContext, persons: readonly string[], { filter, limit, cursor }: Paging) {
  const [at, source, key] = readCursor(cursor, 3) ?? []
  const last = at && key ? { at, source, key } : undefined
  const acts = await recordOf(ctx, persons, {
    ...filter,
    limit: limit + 1,
    after: last && { at: last.at, seq: last.source === 'r' ? last.key : '0' },
  })
  const outside =
    filter.organ === undefined && filter.purpose === undefined
      ? await outsideLooksAt(ctx.tx, persons, {
          limit: limit + 1,
          after: last && { at: last.at, id: last.source === 'o' ? last.key : LAST_ID },
          from: filter.from,
          to: filter.to,
        })
      : []
  const all: Entry[] = [
    ...acts.map((act): Entry => ({ at: act.at, source: 'r', act })),
    ...outside.map((look): Entry => ({ at: look.at, source: 'o', look })),
  ].sort((a, b) => (a.at === b.at ? (a.source === b.source ? 0 : a.source === 'r' ? -1 : 1) : a.at < b.at ? 1 : -1))
  const rows = all.slice(0, limit)
  const end = all.length > limit ? rows.at(-1) : undefined
  const next = end ? cursorOf(end.at, end.source, end.source === 'r' ? end.act.seq : end.look.id) : null
  return { rows, next }
}
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

async function shown(ctx: AskContext, entries: readonly Entry[], windows: readonly Withheld[]): Promise<Look[]> {
  const acts = entries.flatMap((entry) => (entry.source === 'r' ? [entry.act] : []))
  const titles = await postTitles(
    ctx.tx,
    acts.flatMap(({ post }) => post ?? []),
  )
  const glasses = acts.flatMap((act) => glassOf(act) ?? [])
  const reasons = glasses.length > 0 ? await reasonsOf(ctx.tx, glasses) : []
  const outside = acts.flatMap(({ actorKind, organ }) => (actorKind === 'outside' && organ ? [organ] : []))
  const systems = outside.length > 0 ? await outsideNames(ctx.tx, outside) : []
  const names = {
    title: new Map(titles.map(({ id, title }) => [id, title])),
    reason: new Map(reasons.map(({ id, reason }) => [id, reason])),
    system: new Map(systems.map(({ id, zh }) => [id, zh])),
    office: officeOf(await organs(ctx.platform)),
  }
  return entries.map((entry) => (entry.source === 'r' ? lookOf(entry.act, names, windows) : outsideLook(entry.look)))
}

/** Of a look through it, and of the act by which it was broken. */
const glassOf = ({ glass, name, subject }: Act): string | null =>
  glass ?? (name === 'consents.breakGlass' ? subject : null)

type Names = {
  title: Map<string, string>
  reason: Map<string, string>
  system: Map<string, string>
  office: ReturnType<typeof officeOf>
}

function lookOf(act: Act, { title, reason, system, office }: Names, windows: readonly Withheld[]): Look {
  const purpose = act.purpose === null ? undefined : purposeOf(act.purpose)
  const window = covered(windows, { organ: act.organ, place: act.actorPlace }, act.at)
  const glass = glassOf(act)
  return {
    id: act.seq,
    at: act.at,
    organ: act.actorKind === 'outside' ? (system.get(act.organ ?? '') ?? null) : office(act),
    office: officeKey(act),
    role: act.role,
    post: title.get(act.post ?? '') ?? null,
    purpose: purpose ? { key: purpose.key, ...purpose.name } : null,
    basis: purpose?.basis ?? null,
    what: act.name,
    fields: act.fields,
    subject: act.subject,
    glass: glass === null ? null : { reason: reason.get(glass) ?? '' },
    withheld: window ? { article: window.article, until: window.until } : null,
  }
}

const outsideLook = ({ id, at, action, receiver, system }: OutsideLook): Look => ({
  id,
  at,
  organ: receiver,
  office: '',
  role: 'outside_system',
  post: system,
  purpose: null,
  basis: null,
  what: 'outside',
  fields: action,
  subject: null,
  glass: null,
  withheld: null,
})

const groups = answer(groupsContract, {
  permission: 'consents.looks',
  async run(ctx, input) {
    const persons = await myself(ctx)
    const withheld = running(await withheldOf(ctx.tx, persons), ctx.now)
    const found = await groupsOf(ctx, persons, filterOf(input, withheld))
    const office = officeOf(await organs(ctx.platform))
    return {
      rows: found.map(({ organ, organId, role, place, purpose, ...row }) => {
        const said = purpose === null ? undefined : purposeOf(purpose)
        return {
          ...row,
          organ: office({ organ: organId, role, actorPlace: place }),
          office: organ,
          role,
          purpose: said ? { key: said.key, ...said.name } : null,
        }
      }),
    }
  },
})

export const lookAnswers = [looks, groups]
