import { defineMessages } from '#kernel/messages.ts'

export const meTexts = /* @__PURE__ */ defineMessages({
  title: ['我的', 'Me'],
  guest: ['还没有登录', 'Not signed in'],
  guestHint: [
    '不登录也能上报和查进度。登录后，换手机也能看到您的事，还能看到谁查看过您的资料。',
    'You can report and follow without an account. Signed in, you see your reports on any phone, and who looked at your data.',
  ],
  signIn: ['登录', 'Sign in'],
  door: ['谁管我家', 'Who answers for my door'],
  doorSub: ['看看是谁，也可以换人', 'See who it is, or change'],
  rights: ['我的信息，我做主', 'My data, my say'],
  held: ['我的信息', 'My data'],
  heldSub: ['平台里关于我的全部内容', 'Everything that is held about me'],
  looks: ['谁看过我', 'Who looked at me'],
  looksSub: ['哪个单位、为了什么', 'Which office, and what for'],
  purposes: ['资料用在哪里', 'What data are used for'],
  purposesSub: ['用途、依据、同意与收回', 'Purposes, basis, consent'],
  sessions: ['登录过的设备', 'Where I am signed in'],
  sessionsSub: ['有陌生设备可以让它退出', 'End any that you do not know'],
  settings: ['显示', 'Display'],
  large: ['字太小？', 'Too small?'],
  language: ['语言', 'Language'],
})
