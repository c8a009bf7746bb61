import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command, Query } from '#kernel/contract.ts'
import type { Platform } from '#kernel/platform.ts'
import { buildServer } from '#apps/server/server.ts'
import { slices } from '#apps/server/slices.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { EXPECTED } from './expected/all.ts'
import type { Outcome, Trial } from './expected/trial.ts'
import { gatherPlayers, type Player } from './players.ts'
import { look, type Scene, setScene } from './scene.ts'
import { tryOnce } from './tried.ts'
import { undoing } from './undone.ts'

/** Every query and command x every role x inside and outside its reach, over HTTP with real sessions. */
const contracts: (Command | Query)[] = [...slices.handlers.values(), ...slices.answers.values()].map(
  ({ contract }) => contract,
)
const named = contracts.map((contract) => [contract.name, contract] as const)

type Stage = {
  house: House
  app: FastifyInstance
  players: Player[]
  scene: Scene
  door: { app: FastifyInstance; p: Platform }
}

async function openStage(rowSecurity: boolean): Promise<Stage> {
  const house = await openHouse({ rowSecurity })
  const app = await buildServer(house.p, { docs: false, perMinute: 1e6 })
  const players = await gatherPlayers(house, app)
  const scene = await setScene(house, players)
  await look(house, players, scene)
  house.p.cache.drop('')
  const p = undoing(house.p)
  return { house, app, players, scene, door: { app: await buildServer(p, { docs: false, perMinute: 1e6 }), p } }
}

async function closeStage({ house, app, door }: Stage): Promise<void> {
  await app.close()
  await door.app.close()
  await house.close()
}

type Cell = [who: string, outcome: Outcome]
const INJECTED = {
  role: 'city_command',
  scope: '3308',
  actor: 'system',
  lo: '',
  hi: '~',
  permission: 'any',
  owner: true,
  session: 'x',
}

/** Fields that the contract does not know; those it knows are widened in widening.test.ts. */
const injectedInto = ({ input }: Command | Query): object =>
  Object.fromEntries(Object.entries(INJECTED).filter(([field]) => !(field in input.shape)))

async function cellsOf(stage: Stage, contract: Command | Query, trial: Trial, more: object = {}): Promise<Cell[]> {
  const cells: Cell[] = []
  for (let i = 0; i < stage.players.length; i += 6)
    cells.push(
      ...(await Promise.all(
        stage.players.slice(i, i + 6).map(async (who): Promise<Cell> => {
          const { outcome, answer } = await tryOnce(stage.door, contract, who, {
            ...more,
            ...trial.input(stage.scene, who),
          })
          return [who.name, outcome === 'answers' && !trial.sees(answer as never, stage.scene, who) ? 'empty' : outcome]
        }),
      )),
    )
  return cells
}

const expectedOf = (stage: Stage, trial: Trial): Cell[] => stage.players.map((who) => [who.name, trial.expected(who)])
/** The cells that are not what was expected: a failure names who got what instead of what. */
const unlike = (found: Cell[], expected: Cell[]): string[] =>
  found.flatMap(([who, outcome], i) =>
    outcome === expected[i]?.[1] ? [] : [`${who}: ${outcome}, not ${expected[i]?.[1]}`],
  )
/** Without the second belt a hidden row is found and then refused: not_found and forbidden are both a closed door. */
const closed = (cells: Cell[]): Cell[] =>
  cells.map(([who, outcome]) => [who, outcome === 'not_found' ? 'forbidden' : outcome])
const label = (trial: Trial): string => trial.what || 'as it stands'

it('every contract has an expectation, and every expectation a contract', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(contracts.map(({ name }) => name).sort())
})

describe('with both belts', () => {
  let stage: Stage
  let cells = 0
  beforeAll(async () => void (stage = await openStage(true)), 120_000)
  afterAll(async () => {
    console.log(`${cells} cells: ${contracts.length} contracts, ${stage.players.length} players`)
    await closeStage(stage)
  })

  it.each(named)('%s', async (name, contract) => {
    for (const trial of EXPECTED[name] ?? []) {
      const found = await cellsOf(stage, contract, trial)
      expect(unlike(found, expectedOf(stage, trial)), label(trial)).toEqual([])
      expect(
        unlike(await cellsOf(stage, contract, trial, injectedInto(contract)), found),
        `${label(trial)}, with fields of its own making`,
      ).toEqual([])
      cells += 2 * found.length
    }
    expect(stage.house.logged.splice(0).filter((line) => line.startsWith('a request failed'))).toEqual([])
  })
})

describe('with the rules alone, row-level security off', () => {
  let stage: Stage
  beforeAll(async () => void (stage = await openStage(false)), 120_000)
  afterAll(() => closeStage(stage))

  it.each(named)('%s', async (name, contract) => {
    for (const trial of EXPECTED[name] ?? [])
      expect(
        unlike(closed(await cellsOf(stage, contract, trial)), closed(expectedOf(stage, trial))),
        label(trial),
      ).toEqual([])
  })
})
