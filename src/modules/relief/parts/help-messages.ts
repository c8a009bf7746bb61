import { defineMessages } from '#kernel/messages.ts'

/** What a household may need, at its door or while it stays at home. */
export const helpWords = /* @__PURE__ */ defineMessages({
  supplies: ['吃用', 'Food and goods'],
  medicine: ['药品', 'Medicine'],
  doctor: ['就医', 'A doctor'],
  care: ['照护', 'Care'],
  transport: ['出行', 'A ride'],
  other: ['其他', 'Something else'],
})
