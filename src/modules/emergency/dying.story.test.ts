import { afterEach, beforeEach, expect, it } from 'vitest'
import { cast, STAGE } from '../../../demo/cast.ts'
import { laid } from '#test/city/check.ts'
import { type House, openHouse } from '#test/city/house.ts'
import { beginResponse, endResponse } from '#test/city/response.ts'
import { dataSets, keepItem } from './contract-ending.ts'

let house: House
beforeEach(async () => void (house = await openHouse()))
afterEach(() => house.close())

it('keeps nothing of a list that dies on its own date, and says so before anybody tries', async () => {
  const { id } = await beginResponse(house, { playbook: 'public_health', level: 'III', hours: 480 })
  await house.rows(`update people.person set home_place = '${STAGE.grid}' where id = '${cast.wangJianping.id}'`)
  await laid(house, [cast.wangJianping.id])
  await endResponse(house, id)
  await house.sweep()
  const { rows } = await house.ask(house.as('chenLixin'), dataSets, { activation: id })
  expect(rows.filter(({ dies }) => dies).map(({ table }) => table)).toEqual([
    'relief.check',
    'relief.line',
    'relief.line_word',
  ])
  const [line] = await house.rows<{ id: string }>('select id from relief.line')
  const kept = { id: house.key() as never, activation: id, table: 'relief.line', item: line?.id ?? '' }
  const said = {
    ground: 'investigation' as const,
    legality: '《突发事件应对法》第八十五条',
    necessity: '事故调查要核对名单',
    safety: '只有调查组两人能看',
  }
  await expect(
    house.send(house.as('chenLixin'), keepItem, { ...kept, ...said, until: '2027-03-01' as never }),
  ).rejects.toMatchObject({ code: 'invalid', detail: { problems: [{ problem: 'dies_on_its_date' }] } })
})
