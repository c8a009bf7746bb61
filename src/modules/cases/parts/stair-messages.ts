import { defineMessages } from '#kernel/messages.ts'

/** Levels on the treads of the stair, a fifth of a phone wide. */
export const stairTexts = /* @__PURE__ */ defineMessages({
  city: ['市', 'City'],
  county: ['县', 'County'],
  township: ['乡镇', 'Town'],
  village: ['村社', 'Village'],
  grid: ['网格', 'Grid'],
  microgrid: ['微格', 'Micro'],
})
