import { defineMessages } from '#kernel/messages.ts'

export const ownCallTexts = /* @__PURE__ */ defineMessages({
  title: ['我打的求助电话', 'My calls for help'],
  entry: ['您打来的求助在办', 'Your call for help is being seen to'],
  entryAnswered: ['您打来的求助有了答复', 'Your call for help was answered'],
  entrySub: ['看怎么答复的', 'What was answered'],
  none: ['您没有打过求助电话。', 'You made no call for help.'],
  waiting: ['在办', 'Being seen to'],
  became_case: ['转为事件', 'Now a case'],
  became_evacuation: ['列入转移', 'To be moved'],
  became_need: ['转给帮您的人', 'Given to who helps you'],
  became_told: ['已答复', 'Answered'],
  at: ['{when} 打来', 'called {when}'],
  answer: ['答复', 'Answer'],
  cases: ['转为事件的，在“我的事”里能查进度。', 'What became a case can be followed under “My matters”.'],
})
