import { defineMessages } from '#kernel/messages.ts'

/** What all lists on the phone say alike. */
export const sendingTexts = /* @__PURE__ */ defineMessages({
  sent: ['记下了', 'Noted'],
  kept: ['先记在手机里，有网络自动发出', 'Kept on the phone; it goes out with the next network'],
  waiting: ['还在手机里', 'still on the phone'],
  which: ['哪份名单', 'Which list'],
  views: ['看哪些', 'Which'],
  more: ['再看 {count} 个', '{count} more'],
})
