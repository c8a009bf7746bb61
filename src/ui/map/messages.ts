import { defineMessages } from '#kernel/messages.ts'

export const mapTexts = /* @__PURE__ */ defineMessages({
  nearer: ['放大', 'Zoom in'],
  farther: ['缩小', 'Zoom out'],
  whole: ['看全图', 'Whole map'],
  nothing: ['没有', 'None'],
  late: ['超时', 'Late'],
  soon: ['临期', 'Due soon'],
  work: ['在办', 'In work'],
})
