import { defineMessages } from '#kernel/messages.ts'

export const needWords = /* @__PURE__ */ defineMessages({
  kind: ['哪一类', 'Kind'],
  what: ['要什么', 'What'],
  whatHint: ['写清数量、品牌、药名', 'How much, which brand, which medicine'],
  whatNeeded: ['请写清要什么', 'Say what is needed'],
})
