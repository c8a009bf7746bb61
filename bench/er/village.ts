import { pinyin } from 'pinyin-pro'
import { makeRandom, type Random } from '../../demo/random.ts'
import { idCheck, isIdNumber, upgradedId } from '#modules/people/rules.ts'
import { plainName, type Traits } from '#modules/matches/person/traits.ts'

/**
 * Made-up townships with one seed: families of a village that share surnames and generation characters, twins, two 王伟 in one
 * village, telephones of a whole family or of the village office, and the same people entered again by another office with
 * the errors of typing, hearing, reading and asking. Nobody in it exists.
 */
export type Entered = Traits & { person: number }
type Written = Entered & { idNumber: string | null }
type Family = { surname: string; place: string; door: string; phone: string; generation: string }

const SURNAMES = Array.from(
  '徐郑余吴毛周姜祝王叶方汪程陈江张李刘杨黄胡朱何邵占柴童傅金林赖舒潘严范蒋许沈洪吕廖邱夏戴翁',
)
const GIVEN = Array.from(
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国荣志根土水春生立新学文斌晓峰俊浩然子轩宇航远民永富德龙海波梁卫家有庆祥振益雪松晨宏莲香月娥花红梅彩云培银雯颖倩婷丹玉珍素巧仙美凤惠燕琴媛雅思琪欣妍冬金福寿宝贵才旺发财良善仁义礼智信忠孝廉',
)
/** What a hand takes for another; the engine's own table knows about half of these. */
const MISREAD = new Map<string, string>(
  '未末 己已 土士 晴睛 明朋 荣荥 芳芬 俊峻 杨扬 萍苹 凤风 兰三 云去 文又 水永 国固 林材 霞暇 华毕 志忘 贵贲 东车 龙尤 平干 军罕 红江 玲铃 珍诊 春舂 宝室 祥样 福幅 根恨 金全 木本 学字 建健 海悔 梅海 娟捐 秀季 桂挂 仙汕 香杳 莲连 花茈 素紫 翠萃 银很 彩釆 丽两 静净 敏繁 强弘 磊垒 勇男 杰杰 涛祷 超起 刚钢 斌赋 晓晚 峰蜂 浩洁 然燃 子予 宇字 航舫 远运 民良 永求 富冨 德徳 卫工 家冢 有冇 庆床 振震 益溢 雪雷 松忪 晨辰 宏宠 玉王 巧巩 美羡 惠慧 燕蒸 琴芩 雅稚 欣掀 冬各 寿涛 才木 旺班 发友 财材 良艮 善喜 仁仕 义叉 礼社 智知 信言 忠患 孝考 廉廊'
    .split(' ')
    .flatMap(([one = '', other = '']): [string, string][] => [
      [one, other],
      [other, one],
    ]),
)

const heard = Map.groupBy(GIVEN, (one) => pinyin(one, { toneType: 'none' }))
const homophone = (random: Random, one: string): string => {
  const others = (heard.get(pinyin(one, { toneType: 'none' })) ?? []).filter((other) => other !== one)
  return others.length > 0 ? random.pick(others) : one
}

export type Town = { rows: Entered[]; people: number }

export function makeTown(stream: string, people: number): Town {
  const random = makeRandom(`er ${stream}`)
  const first = firstEntries(random, people)
  const again = first.flatMap((row) => {
    const times = random.weighted([
      [0, 70],
      [1, 24],
      [2, 5],
      [3, 1],
    ] as const)
    return Array.from({ length: times }, () => enteredAgain(random, row, first))
  })
  return { rows: [...first, ...again].map(asCompared), people }
}

/** As the product compares: fifteen digits made eighteen, and whether the check character is right. */
function asCompared({ idNumber, ...row }: Written): Entered {
  const text = idNumber?.toUpperCase()
  const value = text && /^\d{15}$/.test(text) ? upgradedId(text) : text
  return { ...row, number: value ? { value, whole: isIdNumber(value) } : null }
}

function firstEntries(random: Random, people: number): Written[] {
  const rows: Written[] = []
  const villages = Math.max(3, Math.round(people / 1600))
  const offices = Array.from({ length: villages }, () => mobile(random))
  while (rows.length < people) {
    const village = random.int(0, villages)
    const family = makeFamily(random, village)
    const size = random.weighted([
      [1, 12],
      [2, 25],
      [3, 25],
      [4, 22],
      [5, 12],
      [6, 4],
    ] as const)
    for (let i = 0; i < size && rows.length < people; i++)
      rows.push(member(random, family, rows.length, offices[village]))
    const last = rows.at(-1)
    if (last && random.chance(0.02) && rows.length < people) rows.push(twinOf(random, last, family, rows.length))
  }
  // Two persons with one number: it happened when numbers were written by hand.
  for (let i = 0; i < people / 1500; i++) {
    const [one, other] = [random.pick(rows), random.pick(rows)]
    if (one.person !== other.person) other.idNumber = one.idNumber
  }
  return rows
}

function makeFamily(random: Random, village: number): Family {
  const township = `3308022${String(10 + Math.floor(village / 12)).padStart(2, '0')}`
  const place = `${township}${String(200 + (village % 12))}${String(random.int(1, 4)).padStart(3, '0')}`
  // A clan of two or three surnames makes up half of a village.
  const clan = SURNAMES[(village * 7 + random.int(0, 3)) % SURNAMES.length] ?? '徐'
  const surname = random.chance(0.5) ? clan : random.pick(SURNAMES)
  return {
    surname,
    place,
    door: `${place}/${random.int(1, 260)}号`,
    phone: mobile(random),
    generation: random.pick(GIVEN),
  }
}

const mobile = (random: Random): string => `1${random.pick(['38', '39', '57', '58', '36', '54'])}${digits(random, 8)}`
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.int(0, 10)).join('')

function member(random: Random, family: Family, person: number, office: string | undefined): Written {
  const sex = random.chance(0.5) ? 'male' : 'female'
  const born = bornDay(random)
  const married = random.chance(0.3) ? random.pick(SURNAMES) : family.surname
  const given = random.chance(0.15)
    ? random.pick(['伟', '芳', '敏', '静', '丽', '强', '军', '勇', '杰', '涛', '建国', '秀英', '桂英', '国强', '志强'])
    : random.chance(0.35)
      ? family.generation + random.pick(GIVEN)
      : random.pick(GIVEN) + (random.chance(0.6) ? random.pick(GIVEN) : '')
  const own = random.weighted([
    ['own', 55],
    ['family', 33],
    ['none', 8],
    ['office', 4],
  ] as const)
  const phone = { own: mobile(random), family: family.phone, none: null, office: office ?? null }[own]
  return {
    person,
    name: married + given,
    sex,
    born,
    number: null,
    idNumber: random.chance(0.9) ? number(random, born, sex) : null,
    phones: phone ? [phone] : [],
    place: family.place,
    door: family.door,
  }
}

function bornDay(random: Random): string {
  const year = random.int(1932, 2024)
  return new Date(Date.UTC(year, 0, 1 + random.int(0, 365))).toISOString().slice(0, 10)
}

function number(random: Random, born: string, sex: string): string {
  const region = random.weighted([
    ['330802', 70],
    ['330803', 10],
    ['330825', 8],
    ['330881', 6],
    ['362321', 6],
  ] as const)
  const order = String(random.int(0, 90) * 10 + random.int(0, 5) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')
  const first17 = region + born.replaceAll('-', '') + order
  return first17 + idCheck(first17)
}

function twinOf(random: Random, one: Written, family: Family, person: number): Written {
  const [surname, first = ''] = Array.from(one.name)
  const first17 = one.idNumber
    ? `${one.idNumber.slice(0, 14)}${String((Number(one.idNumber.slice(14, 17)) + 2) % 1000).padStart(3, '0')}`
    : ''
  return {
    ...one,
    person,
    name: `${surname}${first}${random.pick(GIVEN)}`,
    idNumber: first17 ? first17 + idCheck(first17) : null,
    phones: one.phones.length > 0 ? [family.phone] : [],
  }
}

/** The same person at another counter. */
function enteredAgain(random: Random, row: Written, all: readonly Written[]): Written {
  const moved = random.chance(0.16)
  const elsewhere = random.pick(all)
  const home = moved ? elsewhere : row
  const idNumber = row.idNumber && random.chance(0.68) ? wrongNumber(random, row.idNumber) : null
  const told = random.chance(0.72) ? wrongDay(random, row.born ?? '') : null
  return {
    person: row.person,
    name: plainName(wrongName(random, row.name)),
    sex: random.chance(0.15) ? null : random.chance(0.006) ? (row.sex === 'male' ? 'female' : 'male') : row.sex,
    // Most forms derive the birthday from the number.
    born: idNumber && isDay(idNumber) && random.chance(0.5) ? dayIn(idNumber) : told,
    number: null,
    idNumber,
    phones: phonesAgain(random, row),
    place: random.chance(0.1) ? (home.place?.slice(0, 12) ?? null) : home.place,
    door: random.chance(0.3) ? null : home.door,
  }
}

function wrongName(random: Random, name: string): string {
  const [surname = '', ...given] = Array.from(name)
  const at = random.int(0, Math.max(1, given.length))
  const put = (one: string): string => surname + given.map((was, i) => (i === at ? one : was)).join('')
  const error = random.weighted([
    ['none', 82],
    ['heard', 7],
    ['misread', 5],
    ['lost', 1],
    ['other', 1.5],
    ['blank', 3],
    ['swapped', 0.5],
  ] as const)
  if (error === 'heard') return put(homophone(random, given[at] ?? ''))
  if (error === 'misread') return put(MISREAD.get(given[at] ?? '') ?? given[at] ?? '')
  if (error === 'lost') return given.length > 1 ? surname + given.slice(1).join('') : name
  if (error === 'other') return put(random.pick(GIVEN))
  if (error === 'blank') return Array.from(name).join(' ')
  return error === 'swapped' ? surname + given.toReversed().join('') : name
}

function wrongNumber(random: Random, number: string): string {
  const at = random.int(0, 17)
  const error = random.weighted([
    ['none', 85],
    ['digit', 5],
    ['swapped', 5],
    ['fifteen', 4],
    ['small', 1],
  ] as const)
  if (error === 'digit')
    return number.slice(0, at) + String((Number(number[at]) + random.int(1, 10)) % 10) + number.slice(at + 1)
  if (error === 'swapped')
    return number.slice(0, at) + (number[at + 1] ?? '') + (number[at] ?? '') + number.slice(at + 2)
  if (error === 'fifteen' && number.slice(6, 8) === '19') return number.slice(0, 6) + number.slice(8, 17)
  return error === 'small' ? number.toLowerCase() : number
}

function wrongDay(random: Random, born: string): string {
  const [year = '', month = '', day = ''] = born.split('-')
  const error = random.weighted([
    ['none', 86],
    ['lunar', 4],
    ['swapped', 2],
    ['year', 2],
    ['new_year', 3],
    ['digit', 3],
  ] as const)
  if (error === 'lunar') return new Date(Date.parse(born) - random.int(20, 52) * 86_400_000).toISOString().slice(0, 10)
  if (error === 'swapped') return Number(day) <= 12 ? `${year}-${day}-${month}` : born
  if (error === 'year') return `${Number(year) + random.pick([-1, 1])}-${month}-${day === '29' ? '28' : day}`
  if (error === 'new_year') return `${year}-01-01`
  return error === 'digit'
    ? `${year}-${month}-${String(1 + ((Number(day) + random.int(1, 9)) % 28)).padStart(2, '0')}`
    : born
}

function phonesAgain(random: Random, { phones: [phone] }: Entered): string[] {
  const kept = random.weighted([
    ['same', 52],
    ['none', 25],
    ['new', 18],
    ['wrong', 3],
    ['both', 2],
  ] as const)
  if (kept === 'none' || !phone) return kept === 'new' ? [mobile(random)] : []
  if (kept === 'new') return [mobile(random)]
  const at = random.int(3, 11)
  if (kept === 'wrong') return [phone.slice(0, at) + String((Number(phone[at]) + 1) % 10) + phone.slice(at + 1)]
  return kept === 'both' ? [mobile(random), phone] : [phone]
}

const dayIn = (id: string): string => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
const isDay = (id: string): boolean => id.length === 18 && !Number.isNaN(Date.parse(dayIn(id)))
