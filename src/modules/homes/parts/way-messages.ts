import { defineMessages } from '#kernel/messages.ts'

export const wayTexts = /* @__PURE__ */ defineMessages({
  ways: ['房屋与住户的事项', 'What to do with homes'],
  section: ['住户', 'Homes'],
  homes: ['名录', 'Directory'],
  import: ['导入与导出', 'Lists'],
  same: ['疑似同一人', 'Doubles'],
})
