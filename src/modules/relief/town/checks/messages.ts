import { defineMessages } from '#kernel/messages.ts'

export const ownListTexts = /* @__PURE__ */ defineMessages({
  title: ['我在哪份排查名单里', 'Lists I am on'],
  entry: ['您在排查名单里：{title}', 'You are on a list: {title}'],
  entrySub: ['谁的名单、为什么、到哪天销毁；有误可以提出', 'Whose, why, until when; say so if it is wrong'],
  entryAnswered: ['您提出的异议有了答复', 'Your dispute was answered'],
  none: ['您现在不在任何排查名单里。', 'You are on no list.'],
  noneSub: [
    '谁把您列进名单，您当场就会收到通知；名单到期销毁，以后这里什么也不留。',
    'You are told at once when somebody puts you on one; on its day it is destroyed, and nothing of it stays here.',
  ],
  why: ['为什么', 'Why'],
  evidence: ['凭什么', 'On what it rests'],
  found: ['上门结果', 'What was found'],
  dispute: ['我提出有误', 'Say that it is wrong'],
  disputeLead: [
    '写明哪里不对，例如那天没有坐这趟车。列名单的人马上知道，上门的人也看得到；别人来核对，不是列您的那个人。',
    'Say what is wrong, such as that you did not take that train. Who made the list is told at once, and somebody else decides.',
  ],
  disputeText: ['哪里不对', 'What is wrong'],
  disputeNeeded: ['请写明哪里不对', 'Say what is wrong'],
  send: ['提出', 'Send'],
  sent: ['提出了，会有人答复您', 'Sent; you will be answered'],
  said: ['您提出：{text}', 'You said: {text}'],
  waiting: ['等答复', 'Waiting for an answer'],
  answer: ['答复：{text}', 'Answer: {text}'],
  struck: ['已从名单上划掉', 'Struck off the list'],
  seen: ['谁看过这份名单里的您，在“谁看过我”里。', 'Who looked at you stands under “Who looked at me”.'],
  ended: ['已经销毁的名单', 'Lists that were destroyed'],
  endedSub: [
    '销毁以后只留下条数和校验值，不再知道里面有谁，也查不出您在不在里面。',
    'Only the count and a hash are left: nobody can tell any more who was on them.',
  ],
  endedNone: ['还没有名单到期。', 'None is over yet.'],
  endedRow: ['{count} 人，{when} 销毁', '{count} people, destroyed {when}'],
  few: ['不到十', 'fewer than ten'],
  hash: ['校验值', 'Hash'],
})
