import { defineMessages } from '#kernel/messages.ts'

export const heldTexts = /* @__PURE__ */ defineMessages({
  title: ['我的资料', 'My data'],
  hint: [
    '平台里关于您的全部资料都在这里。不对的，可以到村社或用“说说事”要求更正。',
    'Everything the platform holds about you. If it is wrong, report it and it will be corrected.',
  ],
  name: ['姓名', 'Name'],
  phone: ['手机号', 'Mobile'],
  idNumber: ['身份证号', 'ID number'],
  home: ['住处', 'Home'],
  source: ['从哪来', 'Source'],
  entered: ['什么时候', 'Entered'],
  none: ['没有登记', 'not held'],
  self: ['您自己登录时登记', 'by yourself, signing in'],
  report: ['您上报时留下', 'left with a report'],
  register: ['单位登记', 'entered by your office'],
  correct: ['要求更正', 'Ask for correction'],
})
