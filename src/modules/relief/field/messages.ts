import { defineMessages } from '#kernel/messages.ts'

export const bringTexts = /* @__PURE__ */ defineMessages({
  title: ['我要带的、要接的人', 'People I bring or take in'],
  entry: ['有人等您转移或接收', 'People wait for you to bring or take them in'],
  entrySub: ['一家一家走，走到哪步点哪步', 'Door by door, one tap each'],
  sub: ['要走 {left} 人，到了 {moved} 人', '{left} still to go, {moved} brought'],
  closed: [
    '转移安置现在关着，没有要您带的人。开放以后，分给您的名单会出现在这里。',
    'Nobody is moved now. When it opens, the people given to you appear here.',
  ],
  nowClosed: ['转移安置已经关上，名单只能看。', 'It has closed; the list can only be read.'],
  none: ['现在没有分给您带或接的人。', 'Nobody is given to you to bring or take in.'],
  views: ['看哪些', 'Which'],
  todo: ['还要走的', 'To go'],
  over: ['已安置、已返回', 'Brought'],
  noneTodo: ['都到了。可以在“已安置”里看。', 'Everybody has arrived.'],
  noneOver: ['还没有人到。', 'Nobody has arrived yet.'],
  to: ['去 {name}', 'to {name}'],
  noShelter: ['安置点还没定', 'No shelter yet'],
  brings: ['{name} 带', 'brought by {name}'],
  all: ['全家 {count} 人：{act}', 'All {count}: {act}'],
  other: ['其他情况', 'Other'],
  whatOf: ['{name}怎么样了', 'What of {name}'],
  choose: ['到哪一步', 'How far'],
  note: ['记下', 'Note'],
})
