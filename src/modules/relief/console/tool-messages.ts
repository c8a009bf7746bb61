import { defineMessages } from '#kernel/messages.ts'

/** Names of the tools, and what is said where one is closed. */
export const toolTexts = /* @__PURE__ */ defineMessages({
  section: ['处置工具', 'Relief tools'],
  groups: ['工具分组', 'Groups of tools'],
  within: ['{group}的工具', 'Tools of {group}'],
  moving: ['转移安置', 'Moving people'],
  doors: ['上门', 'At the door'],
  roads: ['卡口值守', 'Checkpoints'],
  asked: ['求助保障', 'Help and supply'],
  evacuation: ['转移、安置点', 'Moving, shelters'],
  sweeps: ['包区清楼', 'Every door'],
  checks: ['定向排查', 'Directed checks'],
  stays: ['居家服务', 'Home stays'],
  passes: ['通行证', 'Passes'],
  shifts: ['值守班次', 'Shifts'],
  hotline: ['求助热线', 'Hotline'],
  reunification: ['寻亲', 'Reunification'],
  requisition: ['征用', 'Requisition'],
  firms: ['三服务', 'Firms'],
  place: ['区划', 'Place'],
  how: ['进度', 'How far'],
  order: ['按哪条指令', 'By which order'],
  noneForPost: ['这个岗位没有要用的处置工具。', 'None of the tools is for this post.'],
  shutHere: ['（这里没有开放）', ' (closed here)'],
  waiting: ['{count} 待办', '{count} waiting'],
  closed: [
    '{place}现在没有开放“{tool}”。它平时关着，有权的人启动响应时才开放，到期自动关上。',
    '“{tool}” is closed in {place}. It is closed in ordinary times, opens with a response and closes by itself.',
  ],
  closedHere: ['{place}没有整体开放。开放的地方：', '{place} as a whole is not open. Open in:'],
})
