import { defineMessages } from '#kernel/messages.ts'

export const firmWords = /* @__PURE__ */ defineMessages({
  // what a firm needs
  workers: ['用工', 'Workers'],
  transport: ['物流', 'Transport'],
  materials: ['原料水电', 'Materials'],
  money: ['资金', 'Money'],
  approval: ['审批', 'Approvals'],
  protection: ['防护物资', 'Protection'],
  other: ['其他', 'Other'],
  // how far it is
  stopped: ['停工', 'Stopped'],
  preparing: ['筹备复工', 'Preparing'],
  partly: ['部分复工', 'Partly working'],
  working: ['已复工', 'Working'],
  // how a problem stands
  waiting: ['待答复', 'No answer yet'],
  unsolved: ['有答复，还没解决', 'Answered, not solved'],
  solved: ['已解决', 'Solved'],
  atWork: ['{count} 人在岗', '{count} at work'],
  // saying and asking
  firm: ['企业', 'Firm'],
  kind: ['缺什么', 'What it needs'],
  text: ['具体什么问题', 'What exactly'],
  owner: ['哪个部门解决', 'Which department answers'],
  state: ['复工到哪一步', 'How far'],
  count: ['在岗几人', 'People at work'],
  note: ['说明', 'Note'],
  say: ['记复工情况', 'Note how far'],
  sayLead: ['以最后一次记的为准。', 'What was noted last counts.'],
  said: ['记下了', 'Noted'],
  ask: ['提问题', 'Bring a problem'],
  askLead: ['马上转给负责的部门，由它答复。', 'Goes to the department at once, which answers.'],
  asked: ['转给部门了', 'The department was told'],
  answer: ['答复', 'Answer'],
  answerText: ['怎么解决的，什么时候到位', 'What was done, and by when'],
  answered: ['答复了', 'Answered'],
  isSolved: ['解决了吗', 'Is it solved'],
  yes: ['解决了', 'Solved'],
  notYet: ['还在办', 'Not yet'],
  noFirms: [
    '这里没有登记企业。请系统管理员在“单位”里登记。',
    'No firm is entered here. The administrator enters it under organs.',
  ],
})
