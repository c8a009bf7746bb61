import { defineMessages } from '#kernel/messages.ts'

export const frameTexts = /* @__PURE__ */ defineMessages({
  home: ['首页', 'Home'],
  mine: ['我的事', 'Reports'],
  notices: ['通知', 'Notices'],
  me: ['我的', 'Me'],
  unread: ['{count} 条没看', '{count} not read'],
  noSuchPage: ['没有这个页面', 'No such page'],
  noSuchPageHint: [
    '链接可能抄错了。可以回首页，或者用编号查进度。',
    'The link may be wrong. Go home, or follow by number.',
  ],
  signInFirstHint: ['这里是您本人的内容，登录后只给您看。', 'This is yours alone, so please sign in first.'],
  signIn: ['登录', 'Sign in'],
})
