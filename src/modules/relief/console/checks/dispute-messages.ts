import { defineMessages } from '#kernel/messages.ts'

export const disputeTexts = /* @__PURE__ */ defineMessages({
  answer: ['答复', 'Answer'],
  title: ['答复异议：{name}', 'Answer {name}'],
  lead: [
    '本人说自己不该在名单上。一天内没有人答复，就报上一级；两天没有，就从名单上去掉。',
    'The person says that it is a mistake. After a day without an answer those above are told; after two the line is struck off.',
  ],
  said: ['本人说', 'Said by the person'],
  rests: ['名单依据', 'What the line rests on'],
  finding: ['核实结果', 'What was found'],
  wrong: ['名单有误，去掉', 'A mistake: off the list'],
  right: ['名单无误，保留', 'No mistake: stays'],
  toPerson: ['给本人的答复', 'Answer to the person'],
  done: ['已答复', 'Answered'],
  same: ['这一条是您列的，请另一位核实答复。', 'You laid this line yourself. Somebody else has to answer.'],
  answered: ['已答复：{text}', 'Answered: {text}'],
})
