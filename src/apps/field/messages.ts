import { defineMessages } from '#kernel/messages.ts'

export const frameTexts = /* @__PURE__ */ defineMessages({
  today: ['今天', 'Today'],
  cases: ['事件', 'Cases'],
  places: ['我的格', 'Place'],
  notices: ['通知', 'Notices'],
  me: ['我的', 'Me'],
  unread: ['{count} 条没看', '{count} not read'],
  noSuchPage: ['没有这个页面', 'No such page'],
  noSuchPageHint: ['链接可能抄错了，请回到“今天”。', 'The link may be wrong. Go back to today.'],
  forStaff: ['这里是工作人员的页面', 'This page is for staff'],
  forStaffHint: [
    '您现在是居民登录。要上报或查进度，请用居民页面；要办件，请换工作账号登录。',
    'You are signed in as a resident. Use the resident page, or sign in with your work account.',
  ],
  toTown: ['去居民页面', 'To the resident page'],
  noPost: [
    '您现在没有岗位，所以没有要办的事。请联系本单位的系统管理员。',
    'You hold no post now. Please ask your system administrator.',
  ],
})
