import { DAY_MS, dayNumber, dayOf, dayOfNumber } from '#kernel/clock.ts'
import { keyOf } from '#kernel/jobs.ts'
import type { Platform } from '#kernel/platform.ts'
import { organs } from '#modules/people/api.ts'
import { placeTree } from '#modules/places/api.ts'
import type { Holder, Roster } from '#modules/posts/api.ts'
import type { ProblemSeed, VisitsSeed } from '#modules/visits/api.ts'
import { STAGE } from './cast.ts'
import { HIGHLAND } from './highland.ts'
import { PROBLEMS, type ToldProblem } from './visits.ts'

const id = (what: string): string => keyOf(`demo visits ${what}`)
type City = { p: Platform; posts: Roster; now: number }

/** The Tuesdays around now; each village of the township has its team on the roster. */
export async function loadTuesdays(city: City): Promise<Pick<VisitsSeed, 'outings' | 'problems'>> {
  const [stage, up] = [await townshipOf(city, STAGE), await townshipOf(city, HIGHLAND)]
  return { outings: [...outingsOf(city, stage), ...outingsOf(city, up)], problems: problemsOf(city, stage) }
}

type Township = {
  villages: readonly { code: string }[]
  room: readonly Holder[]
  ofLine: (line: string) => Holder | undefined
}

async function townshipOf({ p, posts }: City, at: { county: string; township: string }): Promise<Township> {
  const known = await organs(p)
  return {
    villages: (await placeTree(p)).children(at.township),
    room: posts.at(at.township, 'township_room'),
    ofLine(line) {
      const organ = known.byLine(at.county, line)
      return organ ? posts.ofOrgan(organ.id)[0] : undefined
    },
  }
}

function outingsOf({ posts, now }: City, { villages, room, ofLine }: Township): VisitsSeed['outings'][number][] {
  const officers = LINES.flatMap((line) => ofLine(line) ?? [])
  const next = dayNumber(now) + ((8 - ((dayNumber(now) + 3) % 7)) % 7)
  return [next - 7, next, next + 7].map(dayOfNumber).flatMap((day) =>
    villages.map(({ code }, i) => {
      const team = [...posts.at(code, 'village_cadre').slice(0, 2), ...pick(officers, i), ...pick(room, i)]
      return {
        id: id(`outing ${day} ${code}`),
        day,
        village: code,
        about: ABOUT[i % ABOUT.length] ?? '',
        post: room[0]?.post ?? null,
        posts: [...new Set(team.map(({ post }) => post))],
      }
    }),
  )
}

function problemsOf({ now }: City, { villages, room, ofLine }: Township): ProblemSeed[] {
  const [anybody] = LINES.flatMap((line) => ofLine(line) ?? [])
  const problems = PROBLEMS.map((told, i) =>
    problemOf(told, i, {
      place: (i % 2 ? villages[i]?.code : undefined) ?? STAGE.village,
      by: room[0],
      owner: ofLine(told.owner) ?? anybody,
      now,
    }),
  )
  return problems.filter(({ owner }) => owner !== '')
}

const LINES = ['housing', 'water', 'urban', 'agri', 'power'] as const
const ABOUT = ['看危房、听意见', '议橘园灌溉', '走访独居老人', '看文化礼堂']

type Found = { place: string; by: Holder | undefined; owner: Holder | undefined; now: number }
const problemOf = (told: ToldProblem, i: number, { place, by, owner, now }: Found): ProblemSeed => ({
  id: id(`problem ${i}`),
  outing: null,
  place,
  text: told.text,
  post: by?.post ?? null,
  owner: owner?.post ?? '',
  due: dayOf(now + told.due * DAY_MS),
  now: now - told.days * DAY_MS,
  answer: told.answer ?? null,
  solved: told.solved ?? false,
})
const pick = <T>(all: readonly T[], at: number): T[] =>
  all.slice(at % Math.max(1, all.length), (at % Math.max(1, all.length)) + 1)
