import type { z } from 'zod'
import type { draftForm } from '#modules/fields/contract.ts'
import { STAGE } from './cast.ts'
import { HIGHLAND } from './highland.ts'

/** Forms that offices ask in the demo, in the layouts they want them in; the last one asks for what is held. */
export type DemoForm = Omit<z.input<typeof draftForm.input>, 'id' | 'organ' | 'until'> & {
  office: { line: string }
  publish: boolean
  days: number
}

const WHERE = [
  { from: '#', heading: '序号' },
  { from: 'village', heading: '村（社区）' },
  { from: 'grid', heading: '网格' },
  { from: 'door', heading: '住址' },
] as const
const FOOT = ['填表人：                审核人：                填报日期：']

export const demoForms: DemoForm[] = [
  {
    office: { line: 'agri' },
    name: { zh: '农户种植养殖情况表', en: 'Crops and livestock of households' },
    subject: 'household',
    area: STAGE.village,
    purpose: 'livelihood_help',
    reason: '核算种粮补贴，安排农技服务',
    layout: {
      title: ['农户种植养殖情况表', '柯城区农业农村局制'],
      columns: [
        ...WHERE,
        { from: 'household.head', heading: '户主姓名' },
        { from: 'household.arable', heading: '承包耕地（亩）', format: '0.0' },
        { from: 'household.paddy', heading: '其中水田（亩）', format: '0.0' },
        { from: 'household.crops', heading: '主要种植' },
        { from: 'household.poultry', heading: '家禽（羽）', format: '0' },
      ],
      foot: FOOT,
    },
    publish: true,
    days: 60,
  },
  {
    office: { line: 'housing' },
    name: { zh: '农房安全排查表', en: 'Safety of rural houses' },
    subject: 'dwelling',
    area: STAGE.village,
    purpose: 'disaster_ready',
    reason: '汛前排查危房，安排修缮',
    layout: {
      title: ['农村房屋安全排查表'],
      columns: [
        ...WHERE,
        { from: 'dwelling.floors', heading: '层数', format: '0' },
        { from: 'dwelling.structure', heading: '结构形式' },
        { from: 'dwelling.grade', heading: '安全等级' },
        { from: 'dwelling.cutSlope', heading: '是否切坡建房' },
      ],
      foot: FOOT,
      yes: '√',
      no: '×',
    },
    publish: true,
    days: 45,
  },
  {
    office: { line: 'room' },
    name: { zh: '汛期人员转移底册', en: 'Who is moved in a flood' },
    subject: 'household',
    area: STAGE.village,
    purpose: 'disaster_ready',
    reason: '汛期好通知到每一户，转移不漏一人',
    layout: {
      title: ['沟溪乡汛期人员转移底册'],
      columns: [
        ...WHERE,
        { from: 'household.head', heading: '户主' },
        { from: 'person.phone', heading: '联系电话' },
        { from: 'household.atHome', heading: '常在人数', format: '0' },
        { from: 'household.shelter', heading: '转移去处' },
      ],
      foot: FOOT,
    },
    publish: true,
    days: 90,
  },
  {
    office: { line: 'room' },
    name: { zh: '常住人口周报', en: 'Weekly count of those at home' },
    subject: 'household',
    area: STAGE.grid,
    purpose: 'household_service',
    reason: '掌握在村人数，安排助餐和巡查',
    withinDays: 7,
    layout: {
      title: ['余东村第2网格常住人口周报'],
      columns: [...WHERE, { from: 'household.atHome', heading: '常住人数', format: '0' }],
    },
    publish: true,
    days: 14,
  },
  {
    office: { line: 'room' },
    name: { zh: '山区避灾转移名册', en: 'Who is moved out of the mountains, and where to' },
    subject: 'household',
    area: HIGHLAND.township,
    purpose: 'disaster_ready',
    reason: '山洪、滑坡来之前，一户一户转移到位',
    layout: {
      title: ['庙下乡山区避灾转移名册'],
      columns: [
        ...WHERE,
        { from: 'household.head', heading: '户主' },
        { from: 'person.phone', heading: '联系电话' },
        { from: 'household.atHome', heading: '常在人数', format: '0' },
        { from: 'household.shelter', heading: '转移去处' },
        { from: 'dwelling.cutSlope', heading: '是否切坡建房' },
      ],
      foot: FOOT,
    },
    publish: true,
    days: 90,
  },
  {
    office: { line: 'culture' },
    name: { zh: '村级公共设施台账', en: 'Public facilities of villages' },
    subject: 'place',
    area: STAGE.township,
    purpose: 'public_facility',
    reason: '安排路灯、场地和急救设备的经费',
    layout: {
      title: ['沟溪乡村级公共设施台账'],
      columns: [
        { from: '#', heading: '序号' },
        { from: 'place.name', heading: '村名' },
        { from: 'place.streetLamps', heading: '路灯（盏）', format: '0' },
        { from: 'place.playgrounds', heading: '健身场地（处）', format: '0' },
        { from: 'place.aed', heading: 'AED（台）', format: '0' },
        { from: 'place.canteen', heading: '老年食堂' },
      ],
    },
    publish: true,
    days: 60,
  },
  {
    office: { line: 'civil' },
    name: { zh: '家庭基本情况登记表', en: 'Basic facts of households' },
    subject: 'household',
    area: STAGE.village,
    purpose: 'livelihood_help',
    reason: '核对救助对象',
    layout: {
      title: ['家庭基本情况登记表'],
      columns: [
        ...WHERE,
        { from: 'household.head', heading: '户主' },
        { from: 'household.size', heading: '人口', format: '0' },
      ],
    },
    publish: false,
    days: 30,
  },
]
