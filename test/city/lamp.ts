import { expect } from 'vitest'
import { uuidv7 } from '#kernel/ids.ts'
import { reportCase } from '#modules/cases/contract.ts'
import { keepFile } from '#modules/cases/contract-inward.ts'
import { STAGE } from '../../demo/cast.ts'
import type { CastName, House } from './house.ts'

/** The dark street lamp of Yudong: a small matter that starts in the grid and may climb to the county. */
export const SECRET = 'a1B2c3D4e5F6g7H8'

export const lampOf = (house: House) => {
  const lamp = (more: object = {}) => ({
    id: uuidv7(house.clock.now()) as never,
    secret: SECRET,
    channel: 'town' as const,
    kind: '05-01',
    description: '村口3号路灯不亮，晚上看不见路',
    place: STAGE.grid,
    ...more,
  })
  const reported = (more: object = {}) => house.send(house.nobody, reportCase, lamp(more))
  /** A photo of somebody's, not yet part of a case. */
  async function proof(who: CastName): Promise<never> {
    const id = uuidv7(house.clock.now()) as never
    const photo = { id, key: 'k', thumbKey: 't', width: 10, height: 10, bytes: 10, lon: null, lat: null }
    await house.send(house.as(who), keepFile, photo)
    return id
  }
  return { lamp, reported, proof }
}

export const refused = (code: string): object => expect.objectContaining({ code }) as object
