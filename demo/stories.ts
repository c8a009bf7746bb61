import { readFileSync } from 'node:fs'
import type { Random } from './random.ts'

/** What people write: a report of each of the 124 kinds in two or three ways, and the words of those who handle it. */
export type Story = { title: string; text: string; address: string }
export type Where = { village: string; kind: string }

/** The sorts of phrases, and by what each is chosen: a class (`01` … `14`), a reason code of cases, or `any`. */
export const SORTS = [
  'note',
  'answer',
  'climb',
  'reopen',
  'sendBack',
  'pause',
  'verify',
  'comment',
  'extend',
  'confirm',
  'decline',
] as const
export type Sort = (typeof SORTS)[number]

export type Stories = {
  kinds: string[]
  /** A report of this kind from this place. Throws for a kind without a story. */
  tell(random: Random, kind: string, where: Where): Story
  /** A phrase; `key` is `any` where the sort has no keys. Throws for a key without a phrase. */
  say(random: Random, sort: Sort, key?: string): string
  /** The keys of a sort: classes or reason codes. */
  keysOf(sort: Sort): string[]
}

type Template = { kind: string; title: string; text: string; address: string }

export function readStories(): Stories {
  const cases = Map.groupBy(
    sheet('cases').map(([kind, title, text, address]): Template => ({ kind, title, text, address })),
    ({ kind }) => kind,
  )
  const phrases = Map.groupBy(sheet('phrases'), ([sort, key]) => `${sort} ${key}`)
  return {
    kinds: [...cases.keys()],
    tell(random, kind, where) {
      const { title, text, address } = random.pick(cases.get(kind) ?? [])
      const filled = slots(random, where)
      const place = filled(address || '{village}{road}{house}')
      return { title, text: filled(text), address: place.startsWith(where.village) ? place : where.village + place }
    },
    say: (random, sort, key = 'any') =>
      slots(random, { village: '', kind: '' })(random.pick(phrases.get(`${sort} ${key}`) ?? [])[2]),
    keysOf: (sort) =>
      [...phrases.keys()].filter((each) => each.startsWith(`${sort} `)).map((each) => each.slice(sort.length + 1)),
  }
}

type Row = [string, string, string, string]

const sheet = (name: string): Row[] =>
  readFileSync(new URL(`./stories/${name}.tsv`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [a = '', b = '', c = '', d = ''] = line.split('\t')
      return [a, b, c, d]
    })

const VILLAGE_ROADS = ['中心路', '沿溪路', '桥头路', '祠堂弄', '上街', '下街', '文化路', '老街', '樟树底', '新村路']
const TOWN_ROADS = [
  '新桥街',
  '荷花中路',
  '府东街',
  '三衢路',
  '讲舍街',
  '百汇路',
  '衢江北路',
  '上街',
  '紫荆路',
  '双港路',
  '通荷路',
  '书院路',
]
const TIMES = ['昨晚八点多', '今早六点多', '昨天傍晚', '今天中午', '昨天半夜', '前天晚上', '今天下午']
const CROPS = ['水稻', '油菜', '辣椒', '玉米', '毛豆', '西瓜']
const SURNAMES = ['徐', '郑', '余', '吴', '毛', '周', '姜', '祝', '叶', '方', '汪']
/** From three on: two would need another word, 两, before what is counted. */
const NUMERALS = ['三', '四', '五', '六', '七', '八', '九']

/** One story keeps its values: the same road in text and address. */
function slots(random: Random, { village, kind }: Where): (pattern: string) => string {
  const values: Record<string, string> = {
    village,
    road: random.pick(kind === 'village' ? VILLAGE_ROADS : TOWN_ROADS),
    house: `${random.int(1, 168)}号`,
    time: random.pick(TIMES),
    crop: random.pick(CROPS),
    who: `老${random.pick(SURNAMES)}`,
    n: random.pick(NUMERALS),
    days: String(random.int(3, 20)),
    money: String(random.int(3, 60) * 100),
    age: String(random.int(71, 93)),
    area: String(random.int(15, 120)),
    year: String(random.int(1986, 2013)),
  }
  return (pattern) => pattern.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? fail(slot))
}

function fail(slot: string): never {
  throw new Error(`no slot ${slot}`)
}
