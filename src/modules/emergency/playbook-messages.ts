import type { Kind } from './contract-playbooks.ts'

/**
 * The words of the playbooks a city is set up with. What is unknown of Quzhou's own plans (numbers, hours, who sits where) is a
 * usual value here, and the city replaces a playbook by its own version.
 */
type Text = readonly [zh: string, en: string]
type FigureSaid = readonly [key: string, name: Text, unit: Text]
export type Said = {
  name: Text
  command: Text
  law: string
  /** Titles of the raised posts, from the leading department's officer down to the village. */
  member: string
  room: string
  village: string
  figures: readonly FigureSaid[]
  stop: readonly Text[]
}

const PEOPLE: Text = ['人', 'people']
const SPOTS: Text = ['处', 'places']
const HOMES: Text = ['户', 'households']
const VILLAGES: Text = ['个', 'villages']
const FIRMS: Text = ['家', 'firms']

const MOVING: readonly FigureSaid[] = [
  ['to_move', ['应转移', 'To be moved'], PEOPLE],
  ['moved', ['已转移', 'Moved'], PEOPLE],
  ['out_of_reach', ['失联', 'Out of reach'], PEOPLE],
  ['cut_off', ['孤立村', 'Villages cut off'], VILLAGES],
  ['roads_cut', ['断路', 'Roads cut'], SPOTS],
  ['power_cut', ['断电', 'Without power'], HOMES],
  ['shelters', ['开放安置点', 'Shelters open'], SPOTS],
  ['sheltered', ['在安置点', 'In shelters'], PEOPLE],
]
const LAW = '《突发事件应对法》'

export const SAID: Record<Kind, Said> = {
  flood: {
    name: ['防汛应急预案', 'Floods'],
    command: ['防汛防台抗旱领导小组和指挥部', 'Leading group and command for floods, typhoons and drought'],
    law: `${LAW}《防洪法》《浙江省防汛防台抗旱条例》`,
    member: '防汛指挥部成员',
    room: '人员转移组组长',
    village: '村级防汛责任人',
    figures: MOVING,
    stop: [
      ['江河水位退到警戒水位以下', 'Rivers are below the warning level'],
      ['气象部门解除暴雨预警', 'The rain warning is lifted'],
      ['转移的人都已返回或妥善安置', 'Everybody who was moved is back or housed'],
    ],
  },
  typhoon: {
    name: ['防台风应急预案', 'Typhoons'],
    command: ['防汛防台抗旱领导小组和指挥部', 'Leading group and command for floods, typhoons and drought'],
    law: `${LAW}《浙江省防汛防台抗旱条例》`,
    member: '防台指挥部成员',
    room: '人员转移组组长',
    village: '村级防台责任人',
    figures: MOVING,
    stop: [
      ['台风停止编号或离开本市', 'The typhoon has left or is no longer numbered'],
      ['转移的人都已返回或妥善安置', 'Everybody who was moved is back or housed'],
    ],
  },
  geological: {
    name: ['地质灾害应急预案', 'Landslides'],
    command: ['地质灾害应急领导小组和指挥部', 'Leading group and command for landslides'],
    law: `${LAW}《地质灾害防治条例》`,
    member: '地灾指挥部成员',
    room: '人员转移组组长',
    village: '地灾群测群防责任人',
    figures: [['spots', ['险情点', 'Spots in danger'], SPOTS], ...MOVING],
    stop: [
      ['专业队伍确认险情消除', 'Experts say that the danger is over'],
      ['转移的人都已返回或妥善安置', 'Everybody who was moved is back or housed'],
    ],
  },
  forest_fire: {
    name: ['森林火灾应急预案', 'Forest fires'],
    command: ['森林防灭火领导小组和指挥部', 'Leading group and command for forest fires'],
    law: `${LAW}《森林防火条例》`,
    member: '森防指挥部成员',
    room: '扑救保障组组长',
    village: '村级护林防火责任人',
    figures: [['fires', ['火点', 'Fires'], SPOTS], ['crews', ['扑救力量', 'In the crews'], PEOPLE], ...MOVING],
    stop: [
      ['明火扑灭，看守期满没有复燃', 'Fires are out and watched until they cannot come back'],
      ['转移的人都已返回或妥善安置', 'Everybody who was moved is back or housed'],
    ],
  },
  public_health: {
    name: ['突发公共卫生事件应急预案', 'Public health'],
    command: ['疫情防控领导小组和指挥部', 'Leading group and command for epidemics'],
    law: `${LAW}《传染病防治法》《突发公共卫生事件应急条例》`,
    member: '疫情防控指挥部成员',
    room: '网格排查组组长',
    village: '村级联防联控责任人',
    figures: [
      ['doors', ['已排查', 'Doors asked'], HOMES],
      ['doors_left', ['未排查', 'Doors left'], HOMES],
      ['at_home', ['居家的人', 'Staying at home'], PEOPLE],
      ['helped', ['今天送到需要的人', 'Helped today'], PEOPLE],
      ['checkpoints', ['卡口', 'Checkpoints'], SPOTS],
      ['back_to_work', ['已复工企业', 'Firms back at work'], FIRMS],
    ],
    stop: [
      ['疾控机构评估风险已经消除', 'The health authority finds the risk is over'],
      ['居家的人都已到期解除', 'Nobody has to stay at home any more'],
    ],
  },
  accident: {
    name: ['重大事故应急预案', 'Major accidents'],
    command: ['安全生产应急领导小组和现场指挥部', 'Leading group and command on site'],
    law: `${LAW}《安全生产法》《生产安全事故应急条例》`,
    member: '现场指挥部成员',
    room: '群众疏散组组长',
    village: '村级疏散责任人',
    figures: [['inside', ['被困', 'Trapped'], PEOPLE], ['rescued', ['已救出', 'Rescued'], PEOPLE], ...MOVING],
    stop: [
      ['搜救结束，次生危险消除', 'The search is over and nothing more can follow'],
      ['疏散的人都已返回或妥善安置', 'Everybody who was moved is back or housed'],
    ],
  },
  snow: {
    name: ['雨雪冰冻应急预案', 'Heavy snow'],
    command: ['雨雪冰冻灾害应急领导小组和指挥部', 'Leading group and command for snow and ice'],
    law: `${LAW}《自然灾害救助条例》`,
    member: '抗雪指挥部成员',
    room: '保畅保供组组长',
    village: '村级抗雪责任人',
    figures: [['stranded', ['滞留', 'Stranded'], PEOPLE], ...MOVING],
    stop: [
      ['气象部门解除道路结冰和暴雪预警', 'The warnings of snow and ice are lifted'],
      ['断路、断电、断水的村都已恢复', 'Roads, power and water are back'],
    ],
  },
}

export const GROUPS = {
  command: ['指挥部', 'Command'],
  township: ['乡镇（街道）工作组', 'Group of the township'],
  village: ['村级小组', 'Group of the village'],
} satisfies Record<string, Text>

export const WHY = {
  quiet: ['通知随时发到，不等天亮', 'Messages go out at any hour'],
  confirm: ['被转移的人来不及确认，期限放长', 'People who were moved get longer to answer'],
  glass: ['找人、救人时应急查看的次数放宽', 'More urgent looks while people are searched for'],
  handOver: ['期间不催交接，队伍不换人', 'Hand-overs wait, teams stay together'],
  budget: ['指挥部统一发指令，每格每天的量放宽', 'One outlet sends more orders a day to a grid'],
} satisfies Record<string, Text>

export const PAUSES: readonly Text[] = [
  ['不紧急的走访和民情沟通日', 'Visits that can wait'],
  ['部门的填表、评比和检查', 'Forms, contests and inspections of departments'],
  ['岗位轮换和交接', 'Rotation of posts'],
]
export const GOES_ON: readonly Text[] = [
  ['群众反映的事照常受理、照常计时', 'What residents report, with its clocks'],
  ['信息更正和“谁看过我”', 'Corrections, and who looked at me'],
  ['供水、供电、治安、救助', 'Water, power, safety, aid'],
]
export const SHIPPED_REASON = '随平台提供，由本市按自己的预案替换'
