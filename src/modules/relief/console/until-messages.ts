import { defineMessages } from '#kernel/messages.ts'

export const untilTexts = /* @__PURE__ */ defineMessages({
  until: ['到什么时候', 'Until'],
  hint: ['不能超过这次开放的期限，到点自动失效', 'Within what it was opened for; it lapses by itself'],
  hours: ['{count} 小时', '{count} h'],
  days: ['{count} 天', '{count} days'],
})
