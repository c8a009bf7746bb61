import type { Day } from '#kernel/clock.ts'
import { type Fragment, sql } from '#kernel/sql.ts'
import type { Tx } from '#kernel/tx.ts'
import { ADMIN_ROLES } from '#modules/posts/contract.ts'
import type { Audience } from './contract.ts'

/** The rule, whether it means posts at all (rules.ts), the day it is asked for, and who asks: he is not his own recipient. */
export type Asked = { audience: Audience; wantsPosts: boolean; day: Day; but: string | null }

/** One select for each way to be addressed: by a post there, by a bond to something there, by name. */
function branchesOf(tx: Tx, { audience, wantsPosts, day }: Asked): Fragment[] {
  const q = sql(tx)
  const { within, roles, levels, organs, bondKinds, posts } = audience
  const held = q`o.from_day <= ${day} and (o.to_day is null or o.to_day > ${day})`
  const places = q`unnest(${within}::text[]) as w(code)`
  const byPost = q`select o.id, null::uuid, o.person, o.place, o.role
    from ${places} join posts.pub_post o on o.place >= w.code and o.place < w.code || '~'
    where ${held}
      and ${roles.length > 0 ? q`o.role = any(${roles}::text[])` : q`o.role <> all(${[...ADMIN_ROLES]}::text[])`}
      ${levels.length > 0 ? q`and length(o.place) = any(${levels.map((level) => LENGTHS[level])}::int[])` : q``}
      ${organs.length > 0 ? q`and o.organ = any(${organs as string[]}::uuid[])` : q``}`
  const byBond = q`select coalesce(b.post, b.person), case when b.post is null then b.person end, coalesce(o.person, b.person), coalesce(o.place, b.place), coalesce(o.role, 'bond')
    from ${places} join bonds.pub_bond b on b.place >= w.code and b.place < w.code || '~'
      left join posts.pub_post o on o.id = b.post and ${held}
    where b.kind = any(${bondKinds}::text[]) and b.from_day <= ${day} and (b.until_day is null or b.until_day > ${day})
      and b.organ is null and (b.post is null or o.id is not null)`
  const byName = q`select o.id, null::uuid, o.person, o.place, o.role
    from ${places} join posts.pub_post o on o.place >= w.code and o.place < w.code || '~'
    where o.id = any(${posts as string[]}::uuid[]) and ${held}`
  return [
    ...(wantsPosts ? [byPost] : []),
    ...(bondKinds.length > 0 ? [byBond] : []),
    ...(posts.length > 0 ? [byName] : []),
  ]
}

/**
 * Whom a rule reaches, as one select: `who` (a post, or a person without one), `person`, `holder`, `place`, `role`. Past
 * row-level security, as names and duties of staff are public to staff; the command has found that the places are its own.
 */
export function audienceOf(tx: Tx, asked: Asked): Fragment {
  const q = sql(tx)
  const { tagged, except } = asked.audience
  const [first = q`select`, ...others] = branchesOf(tx, asked)
  const all = others.reduce((sum, one) => q`${sum} union all ${one}`, first)
  return q`
    select distinct on (reached.who) reached.who, reached.person, reached.holder, reached.place, reached.role
    from (${all}) reached (who, person, holder, place, role)
    where reached.who is distinct from ${asked.but}::uuid
      ${except.length > 0 ? q`and not exists (select from unnest(${except}::text[]) as x(code) where starts_with(reached.place, x.code))` : q``}
      ${
        tagged
          ? q`and exists (select from fields.pub_current v where v.subject_kind = 'place' and v.field = ${tagged.field}
              and (v.value #>> '{}' = ${tagged.value} or v.value ? ${tagged.value}) and starts_with(reached.place, v.place))`
          : q``
      }
    order by reached.who, reached.place`
}

const LENGTHS = { city: 4, county: 6, township: 9, village: 12, grid: 15, microgrid: 17 } as const

type Preview = {
  total: number
  places: number
  vacant: number
  byRole: { role: string; count: number }[]
  byPlace: { place: string; count: number }[]
  sample: { holder: string; name: string; title: string; place: string }[]
}

/** Counted and sampled in one statement; `digits` is the length of a code one level below the common root. */
export async function previewOf(tx: Tx, asked: Asked, digits: number): Promise<Preview> {
  const q = sql(tx)
  const [row] = await q<Preview[]>`
    with reached as materialized (${audienceOf(tx, asked)}),
    grids as (select g.code from unnest(${asked.audience.within}::text[]) as w(code) join places.pub_place g on g.code >= w.code and g.code < w.code || '~'
      where g.level = 'grid' and g.valid_from <= ${asked.day} and (g.valid_to is null or g.valid_to > ${asked.day}))
    select (select count(*)::int from reached) as total, (select count(distinct place)::int from reached) as places,
      (select count(distinct code)::int from grids where code not in (select left(place, 15) collate "C" from reached)) as vacant,
      coalesce((select json_agg(r) from (select role, count(*)::int as count from reached group by role order by 2 desc, 1) r), '[]') as "byRole",
      coalesce((select json_agg(r) from (select left(place, ${digits}) as place, count(*)::int as count from reached group by 1 order by 1) r), '[]') as "byPlace",
      coalesce((select json_agg(r) from (select a.holder, coalesce(n.name, '') as name, coalesce(o.title, '') as title, a.place
        from (select * from reached order by md5(who::text) limit 8) a
        left join people.pub_person n on n.id = a.holder left join posts.pub_post o on o.id = a.who) r), '[]') as sample`
  return row ?? { total: 0, places: 0, vacant: 0, byRole: [], byPlace: [], sample: [] }
}
