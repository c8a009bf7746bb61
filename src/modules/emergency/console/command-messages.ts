import { defineMessages } from '#kernel/messages.ts'

export const commandTexts = defineMessages({
  report: ['情况报告第 {no} 次', 'Situation report no. {no}'],
  ofPlaces: ['/ {all} 处已核定', 'of {all} approved'],
  before: ['上次 {n}', 'before: {n}'],
  tools: ['开放的工具', 'Tools that are open'],
  area: ['范围', 'Area'],
})
