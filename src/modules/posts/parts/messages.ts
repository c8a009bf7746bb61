import { defineMessages } from '#kernel/messages.ts'

export const postPickTexts = /* @__PURE__ */ defineMessages({
  hint: ['按姓名、岗位或单位找', 'By name, post or office'],
})
