import { defineMessages } from '#kernel/messages.ts'

/** Warnings as everybody reads them. */
export const publicTexts = /* @__PURE__ */ defineMessages({
  title: ['预警', 'Warnings'],
  entry: ['共 {n} 条预警', '{n} warnings in all'],
  lead: [
    '政府正式发布的预警。每条都写明谁发布、影响哪里、该怎么做。',
    'Official warnings: who issued them, where they hold, what to do.',
  ],
  here: ['只看我这里', 'Only where I am'],
  everywhere: ['看全部', 'Everywhere'],
  hereOn: [
    '只显示您现在的位置的预警。位置只用来查这一次，不保存。',
    'Only where you are now. Your position is used for this question and not kept.',
  ],
  denied: [
    '没有得到位置，请在手机设置里允许，或者看全部。',
    'The position is not known. Allow it in the settings, or look at all.',
  ],
  none: ['现在没有生效的预警。', 'No warning is in force.'],
  noneHere: ['您这里现在没有预警。', 'No warning holds where you are.'],
  now: ['生效中', 'In force'],
  past: ['以前的', 'Earlier'],
  views: ['看哪些', 'Which'],
  call: ['遇到危险请打 110、119、120', 'In danger call 110, 119 or 120'],
})
