import { defineMessages } from '#kernel/messages.ts'

export const fieldEmergencyTexts = defineMessages({
  title: ['应急响应', 'Emergency'],
  peace: ['现在是平时。应急工具都关着。', 'Ordinary times. The tools of an emergency are closed.'],
  myPosts: ['我的岗位', 'My posts'],
  post: ['{title}（{group}）', '{title} ({group})'],
  tools: ['这里开放的工具', 'Tools that are open here'],
  noTools: ['没有开放的工具。', 'No tool is open.'],
  reportOwed: ['情况报告第 {no} 次', 'Situation report no. {no}'],
  reportDue: ['{when} 前报', 'due {when}'],
  waiting: ['下面还有 {count} 处没核定', '{count} below have not approved'],
  doReport: ['去报', 'Report'],
  toReport: ['情况报告', 'Situation report'],
  noReport: ['本次报告已核定，或这一级不用报。', 'Approved for this round, or nothing is asked here.'],
  details: ['看详情', 'Details'],
})
