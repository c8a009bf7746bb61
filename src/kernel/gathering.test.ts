import { expect, it } from 'vitest'
import { Gathering } from './gathering.ts'

/** Keeps what it was given until it is let go; fails whatever is named `bad`. */
function desk() {
  const said: string[] = []
  const doors: (() => void)[] = []
  const open = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) {
      for (const door of doors.splice(0)) door()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const pass = async (names: readonly string[]): Promise<string[]> => {
    said.push(names.join('+'))
    await new Promise<void>((resolve) => void doors.push(resolve))
    if (names.some((name) => name.startsWith('bad'))) throw new Error(`refused ${names.join('+')}`)
    return names.map((name) => `done ${name}`)
  }
  const gathering = new Gathering<string>({ alone: async (name) => (await pass([name]))[0], group: pass })
  const join = (name: string, ...keys: string[]) => gathering.join({ one: name, keys: keys.length > 0 ? keys : [name] })
  return { said, open, join }
}

it('lets everybody go alone while there is room, and who waits go together', async () => {
  const { said, open, join } = desk()
  const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => join(name)))
  expect(said).toEqual(['a', 'b'])
  await open()
  expect(await all).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `done ${name}`))
  expect(said).toEqual(['a', 'b', 'c+d+e'])
})

it('keeps apart who would change the same, in the order in which they came', async () => {
  const { said, open, join } = desk()
  const all = Promise.all([
    join('a', 'x'),
    join('b', 'y'),
    join('c', 'x'),
    join('d', 'z'),
    join('e', 'z'),
    join('f', 'x'),
  ])
  await open()
  await open()
  expect(await all).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `done ${name}`))
  const turnOf = (name: string): number => said.findIndex((names) => names.split('+').includes(name))
  for (const [first, second] of [
    ['a', 'c'],
    ['c', 'f'],
    ['d', 'e'],
  ] as const)
    expect(turnOf(first)).toBeLessThan(turnOf(second))
})

it('does a group again one by one when anything in it fails, so that each fails for itself alone', async () => {
  const { said, open, join } = desk()
  const all = Promise.allSettled(['a', 'b', 'c', 'bad', 'd'].map((name) => join(name)))
  await open()
  expect((await all).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
  expect(said).toEqual(['a', 'b', 'c+bad+d', 'c', 'bad', 'd'])
})

it('never carries more than a statement should', async () => {
  const { said, open, join } = desk()
  const all = Promise.all(Array.from({ length: 200 }, (_, n) => join(`n${n}`)))
  await open()
  await all
  expect(Math.max(...said.map((names) => names.split('+').length))).toBe(64)
})
