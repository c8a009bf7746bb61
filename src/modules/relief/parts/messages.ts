import { defineMessages } from '#kernel/messages.ts'

/** How far somebody is who is to be moved, and what one says to bring him on. */
export const movingWords = /* @__PURE__ */ defineMessages({
  listed: ['未通知', 'Not told yet'],
  reached: ['已通知', 'Told'],
  moving: ['转移中', 'On the way'],
  arrived: ['已安置', 'In shelter'],
  returned: ['已返回', 'Home again'],
  refused: ['不愿转移', 'Refuses'],
  elsewhere: ['不在此处', 'Not here'],
  say_reached: ['通知到了', 'Told'],
  say_moving: ['出发了', 'Set off'],
  say_arrived: ['安置好了', 'Arrived'],
  say_returned: ['到家了', 'Home'],
  say_refused: ['不愿走', 'Refuses'],
  say_elsewhere: ['人不在', 'Not here'],
  aged: ['{age} 岁', 'aged {age}'],
  why: ['为什么不愿走', 'Why they refuse'],
  whyNeeded: ['不愿走的，请写明原因', 'Say why they refuse'],
  remark: ['说明', 'Remark'],
  allowed: ['可以回家了', 'May go home'],
  stays: ['不用走了', 'Need not leave'],
})
