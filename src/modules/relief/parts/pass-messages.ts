import { defineMessages } from '#kernel/messages.ts'

export const passWords = /* @__PURE__ */ defineMessages({
  work: ['上班', 'Work'],
  medical: ['就医', 'Medical'],
  supplies: ['运送物资', 'Supplies'],
  return: ['返家', 'Going home'],
  other: ['其他', 'Other'],
  live: ['有效', 'Valid'],
  ahead: ['还没生效', 'Not begun'],
  expired: ['过期', 'Expired'],
  ended: ['已收回', 'Withdrawn'],
})
