import { cast } from '../../demo/cast.ts'
import { ContestId, householdCard, myData } from '#modules/fields/contract-contests.ts'
import { answerAs, HOME, moveInWangs } from './home.ts'
import { openHouse } from './house.ts'

export const me = { subjectKind: 'person', subject: cast.wangJianping.id } as const
export const home = { subjectKind: 'household', subject: HOME.household } as const
export const decided = { decision: 'accepted', reason: '打电话核实过', answer: '已改正，谢谢您' } as const

/** 汪建平's family at home with some values, who may contest them, and what each side sees of one. */
export async function openContests() {
  const house = await openHouse()
  await moveInWangs(house)
  const [wang, worker, room] = [house.as('wangJianping'), house.as('yuXuewen'), house.as('huWeiping')]
  await answerAs(house, worker, [
    { ...home, field: 'household.mainIncome', value: 'farm' },
    { ...home, field: 'household.atHome', value: 2 },
    { ...me, field: 'person.occupation', value: 'farm' },
    { ...me, field: 'person.workArea', value: 'village' },
    { ...me, field: 'person.pension', value: 'none' },
  ])
  return {
    house,
    wang,
    worker,
    room,
    id: () => ContestId.parse(house.key()),
    mine: async (field: string) =>
      (await house.ask(wang, myData, {})).subjects.flatMap(({ rows }) => rows).find((row) => row.field === field),
    onCard: async (field: string) =>
      (await house.ask(worker, householdCard, { household: HOME.household })).subjects
        .flatMap(({ rows }) => rows)
        .find((row) => row.field === field),
  }
}
