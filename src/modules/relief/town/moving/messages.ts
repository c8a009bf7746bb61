import { defineMessages } from '#kernel/messages.ts'

export const ownMoveTexts = /* @__PURE__ */ defineMessages({
  title: ['转移安置', 'Leaving home'],
  entry: ['您家需要转移', 'Your home has to be left'],
  entryTo: ['去 {name}', 'To {name}'],
  entryWait: ['有人来接，看带什么、去哪里', 'Somebody comes to fetch you. See where to, and what to take'],
  entryHome: ['可以回家了', 'You may go home'],
  entryStays: ['不用转移了', 'You need not leave'],
  from: ['从哪里走', 'From'],
  to: ['去哪里', 'To'],
  toCome: ['听来接的人安排', 'Whoever fetches you says where'],
  escort: ['谁来接', 'Who fetches you'],
  noEscort: ['网格员会来，还没有指定', 'A grid worker, not named yet'],
  take: [
    '带上身份证件、常用药品、手机和充电器；走之前关好电和煤气。',
    'Take your papers, medicine, phone and charger. Switch off electricity and gas before you leave.',
  ],
  stay: ['还不能回去，安全了会通知您。', 'It is not safe to go back yet. You are told when it is.'],
  home: [
    '已经安全，可以回家了。到家后请告诉来接的人。',
    'It is safe again. You may go home; tell whoever fetched you.',
  ],
  stays: ['已经安全，不用转移了。', 'It is safe again. You need not leave your home.'],
  asked: ['请准备转移', 'Get ready to leave'],
  none: ['没有要您转移的通知。', 'You are not asked to leave your home.'],
  noneSub: ['要转移时，去哪里、谁来接，都在这里。', 'If you ever are, where to and who fetches you stands here.'],
})
