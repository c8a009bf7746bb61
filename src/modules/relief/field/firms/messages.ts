import { defineMessages } from '#kernel/messages.ts'

export const fieldFirmTexts = /* @__PURE__ */ defineMessages({
  title: ['三服务', 'Firms'],
  sub: ['缺什么、谁解决、复工到哪一步', 'What they need, who answers, how far they are'],
  entry: ['企业等着解决问题', 'Firms wait for an answer'],
  entryCalls: ['走访企业', 'Call on firms'],
  entrySub: ['{count} 件没解决', '{count} not solved'],
  entryNone: ['记复工情况，替企业提问题', 'Note how far they are, bring their problems'],
  views: ['看哪些', 'Which'],
  problems: ['没解决的问题', 'Not solved'],
  firms: ['企业', 'Firms'],
  noProblems: ['没有等着解决的问题。', 'Nothing waits to be solved.'],
  noFirms: ['还没有走访记录。到企业看过以后，记下复工到哪一步。', 'No firm was called on yet.'],
  closed: ['三服务现在关着，只能看。', 'Closed now; to be read only.'],
  owner: ['{organ} 解决', 'for {organ}'],
  choose: ['请选一个', 'Please choose'],
  missing: ['请写具体', 'Please say what exactly'],
  countWrong: ['请填人数', 'Please enter a number'],
})
