import { defineMessages } from '#kernel/messages.ts'

/** Words that all faces share. */
export const visitWords = /* @__PURE__ */ defineMessages({
  talked: ['谈过了', 'Talked'],
  absent: ['没人在家', 'Nobody at home'],
  declined: ['不方便', 'Not convenient'],
  promise_due: ['答应的事到期', 'A promise is due'],
  disputed: ['群众说没办到', 'Not done, they say'],
  requested: ['请我们上门', 'Asked for a visit'],
  again: ['说好再来', 'To come again'],
  moved_in: ['新搬来', 'Newly moved in'],
  stale: ['信息该核对了', 'Data due for a check'],
  state_open: ['还没办', 'Open'],
  state_kept: ['说是办好了', 'Said to be done'],
  state_broken: ['没办到', 'Not kept'],
  state_confirmed: ['群众确认办到', 'Confirmed'],
  late: ['过了日子', 'Past its day'],
  due: ['{day}前', 'by {day}'],
  number: ['走访编号 {number}', 'Visit {number}'],
  said: ['说的话', 'What was said'],
  recorded: ['录音 {seconds} 秒', 'Recording, {seconds} s'],
  became: ['已转为事件', 'Passed on as a case'],
  updated: ['更新了信息', 'Updated'],
  conflict: ['与别人填的不一致，等人核定', 'Differs from what somebody else said; a person decides'],
  promised: ['答应的事', 'Promised'],
  why: ['原因', 'Why'],
  did: ['办理情况', 'What was done'],
  instead: ['改成了下面这一件', 'Replaced by the next one'],
  comma: ['、', ', '],
})

/** 26000001234 as it is said: year, running number, check digit. */
export const visitNumberText = (number: string): string =>
  /^\d{11}$/.test(number) ? `${number.slice(0, 2)}-${number.slice(2, 10)}-${number.slice(10)}` : number
