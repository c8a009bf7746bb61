import { defineMessages } from '#kernel/messages.ts'

/** What was found at a door, and what is needed behind it. */
export const doorWords = /* @__PURE__ */ defineMessages({
  open: ['未上门', 'Not yet'],
  reached: ['已见到', 'Met'],
  nobody: ['家中无人', 'Nobody home'],
  refused: ['不愿开门', 'Refused'],
  moved: ['已搬走', 'Moved away'],
  needs: ['要：{what}', 'Needs {what}'],
  helped: ['已办：{what}', 'Done: {what}'],
  comma: ['、', ', '],
  result: ['上门结果', 'What was found'],
  helpAsked: ['要什么帮助', 'What help is needed'],
  remark: ['说明', 'Remark'],
  next: ['什么时候再来', 'When to try again'],
  whatDone: ['办了什么', 'What was done'],
  whatDoneHint: ['送了什么、找了谁；这户人家看得到', 'What was brought, or who took it over. They read it too.'],
  helpDone: ['帮助已办', 'Help given'],
  tries: ['敲过 {count} 次', '{count} tries'],
})
