import { defineMessages } from '#kernel/messages.ts'
import type { DECISIONS, State } from '../contract.ts'
import type { Kind, Response } from '../contract-playbooks.ts'

/** Kinds, levels and states, as every face says them. */
const kinds = defineMessages({
  flood: ['防汛', 'Flood'],
  typhoon: ['防台风', 'Typhoon'],
  geological: ['地质灾害', 'Geological hazard'],
  forest_fire: ['森林火灾', 'Forest fire'],
  public_health: ['公共卫生', 'Public health'],
  accident: ['事故灾难', 'Major accident'],
  snow: ['雨雪冰冻', 'Snow and ice'],
})
const levels = defineMessages({
  I: ['Ⅰ级响应', 'Level I'],
  II: ['Ⅱ级响应', 'Level II'],
  III: ['Ⅲ级响应', 'Level III'],
  IV: ['Ⅳ级响应', 'Level IV'],
})
const states = defineMessages({
  proposed: ['待第二人确认', 'Waits for the second person'],
  active: ['响应中', 'In force'],
  ending: ['正在解除', 'Ending'],
  settling: ['已解除，待销毁', 'Over, data await destruction'],
  destroying: ['销毁中', 'Being destroyed'],
  closed: ['已结束', 'Closed'],
  dropped: ['未启动', 'Never began'],
})
const decisions = defineMessages({
  activate: ['启动', 'Activate'],
  extend: ['延长', 'Extend'],
  upgrade: ['升级', 'Upgrade'],
  downgrade: ['降级', 'Downgrade'],
  end: ['宣布解除', 'Declared over'],
  lapse: ['到期自动解除', 'Lapsed'],
})
const steps = defineMessages({
  posts: ['临时岗位已收回', 'The posts raised for it have ended'],
  bonds: ['临时联系已解除', 'The bonds raised for it have ended'],
  report: ['事后评估已生成', 'The after-action report is made'],
  destroy: ['应急数据已销毁', 'The data are destroyed'],
  forget: ['处置操作的留底回执已清除', 'Stored answers are forgotten'],
  verify: ['已逐表复核', 'Every data set was counted again'],
  certify: ['销毁证明已出具', 'The certificate is issued'],
})
/** What may be held at another value, and what may be opened. */
const powers = defineMessages({
  'notices.quietHours': ['免打扰时段', 'Quiet hours'],
  'cases.hoursToConfirm': ['群众确认期限（小时）', 'Hours to confirm'],
  'orders.minutesPerGridDay': ['每格每天指令总量（分钟）', 'Minutes of orders per grid and day'],
  'bonds.handOverClock': ['轮岗交接期限', 'Time to hand over'],
  'consents.glassesADay': ['每天应急查看次数', 'Urgent looks a day'],
  'cases.hoursToReopen': ['办结后可重开（小时）', 'Hours to reopen'],
  'cases.returnsAllowed': ['一件事最多退几次', 'How often a case may be sent back'],
  'orders.chaseShares': ['催办节奏', 'When the silent are chased'],
  'bonds.coolOffDays': ['换联系人的间隔（天）', 'Days between changes of a bond'],
  'bonds.conflictRules': ['任职回避', 'Conflicts of office'],
  'consents.fewest': ['最少几人才显示数', 'Smallest group a figure shows'],
  'fields.hoursToDecide': ['异议办理期限（工作小时）', 'Hours to decide a contest'],
  'matches.least': ['疑似同一人的门槛', 'How likely a match must be'],
  'matches.mostAtOnce': ['一次查找的人数', 'People in one search'],
  'emergency.filingDays': ['备案期限（天）', 'Days to file'],
  'emergency.settleDays': ['解除后几天销毁', 'Days from the end to the destruction'],
  'emergency.hoursBeforeEnd': ['到期前几小时提醒', 'Hours of warning before the end'],
  'relief.hoursToAnswerDispute': ['名单异议答复期限（小时）', 'Hours to answer a dispute'],
  'relief.evacuation': ['人员转移', 'Moving people'],
  'relief.shelters': ['安置点', 'Shelters'],
  'relief.sweeps': ['包区清楼', 'Door to door'],
  'relief.checks': ['定向排查', 'Directed checks'],
  'relief.requisition': ['征用', 'Requisition'],
  'relief.homeStay': ['居家服务保障', 'Support at home'],
  'relief.passes': ['卡口与通行证', 'Checkpoints and passes'],
  'relief.hotline': ['求助热线', 'Calls for help'],
  'relief.shifts': ['志愿者与下沉干部排班', 'Shifts'],
  'relief.reunification': ['寻亲', 'Reunification'],
  'relief.firms': ['企业三服务', 'Help for firms'],
})
const roles = defineMessages({
  grid_worker: ['网格员', 'Grid workers'],
  village_cadre: ['村社干部', 'Village cadres'],
  township_room: ['乡镇综合信息指挥室', 'Township rooms'],
  department_officer: ['部门', 'Departments'],
  county_command: ['县级指挥中心', 'County command'],
  city_command: ['市级指挥中心', 'City command'],
  operator: ['话务员', 'Operators'],
  auditor: ['审计管理员', 'Auditors'],
  system_admin: ['系统管理员', 'System administrators'],
  security_admin: ['安全管理员', 'Security administrators'],
})

export const kindText = (kind: Kind): string => kinds[kind]()
export const levelText = (level: Response): string => levels[level]()
export const stateText = (state: State): string => states[state]()
export const decisionText = (kind: (typeof DECISIONS)[number]): string => decisions[kind]()
export const stepText = (step: string): string => (step in steps ? steps[step as keyof typeof steps]() : step)
export const powerText = (lever: string): string => (lever in powers ? powers[lever as keyof typeof powers]() : lever)
export const roleText = (role: string): string => (role in roles ? roles[role as keyof typeof roles]() : role)
