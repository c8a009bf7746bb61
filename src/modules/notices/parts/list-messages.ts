import { defineMessages } from '#kernel/messages.ts'

export const listTexts = /* @__PURE__ */ defineMessages({
  title: ['通知', 'Notices'],
  none: ['没有通知。有了进展，会在这里告诉您。', 'No notices. News will be told here.'],
  unread: ['{count} 条没看', '{count} not read'],
  allRead: ['都看过了', 'All read'],
  readAll: ['全部标为看过', 'Mark all as read'],
  urgent: ['紧急', 'Urgent'],
  new: ['没看', 'New'],
  sms: ['也发了短信', 'also sent by SMS'],
})
