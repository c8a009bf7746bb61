import { defineMessages } from '#kernel/messages.ts'

export const personTexts = /* @__PURE__ */ defineMessages({
  name: ['姓名', 'Name'],
  phone: ['手机号', 'Mobile number'],
  phoneWrong: ['要 11 位手机号', 'A mobile number has 11 digits'],
})
