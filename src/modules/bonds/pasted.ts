/** A list of moves as offices write it: who holds a post now, and who takes it over; a line each, no IO. */
export type Holder = {
  post: string
  person: string
  name: string
  title: string
  place: string
  placeName: string
  organName: string
}
export type Line = { line: number; text: string; seat: string[]; successor: string[] }

const ARROW = /\s*(?:→|⇒|➡|[-—–=]+>)\s*/
const COLUMN = /\t|[,，;；|]/
const WORD = /[\s,，;；、·|]+/
const HEADING = /现任|原任|接任|继任|successor/i

const words = (side: string): string[] => side.split(WORD).filter((word) => word !== '')

/** `张三 → 李四`, `张三 村主任 -> 李四`, or columns of a table of which the last one is the successor. */
function sidesOf(text: string): [seat: string[], successor: string[]] {
  const arrows = text.split(ARROW)
  if (arrows.length > 1) return arrows.length === 2 ? [words(arrows[0] ?? ''), words(arrows[1] ?? '')] : [[], []]
  const columns = text.split(COLUMN).flatMap((column) => column.trim() || [])
  return columns.length < 2 ? [[], []] : [words(columns.slice(0, -1).join(' ')), words(columns.at(-1) ?? '')]
}

/** Empty lines say nothing, and a heading no more. Sides that cannot be told apart are empty. */
export const linesOf = (text: string): Line[] =>
  text.split(/\r?\n/).flatMap((raw, at) => {
    const line = raw.trim()
    if (line === '' || (at === 0 && HEADING.test(line))) return []
    const [seat, successor] = sidesOf(line)
    return [{ line: at + 1, text: line, seat, successor }]
  })

/** Every word has to fit: the id of the post, the name, the code or a part of the name of the place, the title, the organ. */
export const fitting = (side: readonly string[], all: readonly Holder[]): Holder[] =>
  side.length === 0
    ? []
    : all.filter(({ post, name, title, place, placeName, organName }) =>
        side.every(
          (word) =>
            [post, name, place].includes(word) ||
            title.includes(word) ||
            placeName.includes(word) ||
            organName.includes(word),
        ),
      )

export type Problem = 'unreadable' | 'nobody' | 'several' | 'twice' | 'same'
export type Newcomer = { id: string; name: string }
export type Read = {
  line: number
  text: string
  seat: Holder | null
  from: Holder | null
  person: Newcomer | null
  problem: Problem | null
  side: 'seat' | 'successor' | null
  /** Who it may be, when there are several. */
  among: string[]
}

const told = ({ name, title, placeName, organName }: Holder): string =>
  [name, title, organName, placeName].filter((word) => word !== '').join(' · ')

/**
 * Each line by itself, and then what the list says twice. A successor of whom there are several is the one whose own post the list
 * gives away too. `newcomers`: people of the offices, by name, who may hold no post.
 */
export function readLines(
  lines: readonly Line[],
  held: readonly Holder[],
  newcomers: ReadonlyMap<string, readonly Newcomer[]>,
): Read[] {
  const given = new Set(lines.flatMap(({ seat }) => onlyOne(fitting(seat, held))?.post ?? []))
  const taken = { seats: new Set<string>(), left: new Set<string>() }
  return lines.map((line) => {
    const read = readLine(line, held, given, newcomers)
    if (read.problem !== null || !read.seat) return read
    if (taken.seats.has(read.seat.post)) return { ...read, problem: 'twice', side: 'seat' }
    if (read.from && taken.left.has(read.from.post)) return { ...read, problem: 'twice', side: 'successor' }
    taken.seats.add(read.seat.post)
    if (read.from) taken.left.add(read.from.post)
    return read
  })
}

const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined)
const MOST_NAMED = 5

function readLine(
  { line, text, seat, successor }: Line,
  held: readonly Holder[],
  given: ReadonlySet<string>,
  newcomers: ReadonlyMap<string, readonly Newcomer[]>,
): Read {
  const bare: Read = { line, text, seat: null, from: null, person: null, problem: null, side: null, among: [] }
  if (seat.length === 0 || successor.length === 0) return { ...bare, problem: 'unreadable' }
  const seats = fitting(seat, held)
  const one = onlyOne(seats)
  if (!one) return { ...bare, ...missed(seats.map(told)), side: 'seat' }
  const posts = fitting(successor, held)
  const from = onlyOne(posts) ?? onlyOne(posts.filter(({ post }) => given.has(post))) ?? null
  if (from) return { ...bare, seat: one, from, problem: from.post === one.post ? 'same' : null }
  const named = posts.length > 0 ? [] : (newcomers.get(successor.join('')) ?? [])
  const person = onlyOne(named) ?? null
  if (person) return { ...bare, seat: one, person }
  const among = [...posts.map(told), ...named.map(({ name }) => name)]
  return { ...bare, seat: one, ...missed(among), side: 'successor' }
}

const missed = (among: readonly string[]): Pick<Read, 'problem' | 'among'> => ({
  problem: among.length > 0 ? 'several' : 'nobody',
  among: among.slice(0, MOST_NAMED),
})
