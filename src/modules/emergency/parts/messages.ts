import { defineMessages } from '#kernel/messages.ts'

/** The band, in every face. */
export const bandTexts = defineMessages({
  label: ['应急状态', 'Emergency'],
  on: ['战时', 'Emergency'],
  drill: ['演练', 'Drill'],
  proposed: ['待确认', 'Not confirmed yet'],
  ending: ['正在解除', 'Ending'],
  chief: ['决定人 {name}', 'decided by {name}'],
  issuer: ['{name} 决定', 'decided by {name}'],
  ends: ['到期自动恢复平时，应急数据随之销毁', 'Ends by itself; its data are destroyed with it'],
  left: ['剩 {span}', '{span} left'],
  more: ['另有 {count} 项', '{count} more'],
  areas: ['{first}等 {count} 处', '{first} and others, {count} in all'],
  look: ['查看授权', 'See the decision'],
  drillOnly: ['演练期间，平时规则一条不变', 'In a drill no ordinary rule changes'],
})
