import { defineMessages } from '#kernel/messages.ts'

export const firmTexts = /* @__PURE__ */ defineMessages({
  figures: ['复工进度', 'How far firms are'],
  working: ['已复工', 'Working'],
  ofAll: ['/ {count} 家', 'of {count}'],
  firmsUnit: ['家', ''],
  problemsWaiting: ['没解决的问题', 'Not solved'],
  pieces: ['件', ''],
  problems: ['企业的问题', 'What firms need'],
  problemsNote: ['由负责的部门答复', 'Answered by the department'],
  views: ['看哪些', 'Which'],
  waiting: ['没解决的', 'Not solved'],
  every: ['全部', 'All'],
  noneWaiting: ['没有等着解决的问题。', 'Nothing waits to be solved.'],
  none: ['企业还没有提过问题。', 'No firm has brought a problem.'],
  shutNote: ['已经关上，只能看。', 'Closed; to be read only.'],
  firms: ['企业', 'Firms'],
  firmsNone: ['还没有走访记录。到企业看过以后，记下复工到哪一步。', 'No firm was called on yet.'],
  askedBy: ['{name}（{title}）提', 'brought by {name} ({title})'],
  owner: ['{organ} 答复', 'to be answered by {organ}'],
  update: ['更新', 'Update'],
  askHere: ['提问题', 'Problem'],
})
