import { type BondKind, GRID_TEAM } from './contract.ts'

type Shipped = Omit<BondKind, 'version' | 'fromDay' | 'reason'>

const kind = (
  code: string,
  [zh, en]: readonly [string, string],
  from: Shipped['from'],
  to: Shipped['to'],
  more: Partial<Pick<Shipped, 'near' | 'choosable'>> = {},
): Shipped => ({ code, name: { zh, en }, from, to, quota: null, near: false, choosable: false, ...more })

/**
 * The kinds of 小三联 and 大三联 and what else is known from practice. How many households a party member answers for in Quzhou is
 * unknown, so no kind has a quota until a city sets one. That somebody answers as a party member is known by the bond alone.
 */
export const SHIPPED_KINDS: readonly Shipped[] = [
  kind('team_village', ['组团联村', 'Team for a village'], ['organ', 'post'], ['place']),
  kind('committee_grid', ['两委联格', 'Committee member for a grid'], ['post', 'person'], ['place'], { near: true }),
  kind('member_household', ['党员联户', 'Party member for households'], ['person', 'post'], ['household', 'dwelling'], {
    near: true,
    choosable: true,
  }),
  kind('team_block', ['组团联区块', 'Team for a block'], ['organ', 'post'], ['place']),
  kind('team_firm', ['组团联企业', 'Team for a firm'], ['organ', 'post'], ['organ']),
  kind('team_community', ['组团联村社', 'Team for a village or community'], ['organ', 'post'], ['place']),
  kind('department_community', ['部门报到社区', 'Department reporting in to a community'], ['organ'], ['place']),
  kind('cadre_member', ['干部联党员', 'Cadre for a party member'], ['post', 'person'], ['person']),
  kind('first_secretary', ['第一书记/指导员', 'First secretary or instructor'], ['post', 'person'], ['place']),
  kind('building_head', ['业主—楼长', 'Head of a building'], ['person', 'post'], ['dwelling', 'household', 'place'], {
    near: true,
  }),
  kind(GRID_TEAM, ['红色网格联队', 'Grid team'], ['person', 'post'], ['place']),
]
/** By the post itself, without a bond: a grid worker and the grid. */
export const GRID_POST = { code: 'grid_post', name: { zh: '专职网格员', en: 'Grid worker' } }
