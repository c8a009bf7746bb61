import { defineMessages } from '#kernel/messages.ts'

/** Words inside notices, and before them. */
export const levels = defineMessages({
  city: ['市级', 'city'],
  county: ['县级', 'county'],
  township: ['乡镇（街道）', 'township'],
  village: ['村（社区）', 'village'],
  grid: ['网格', 'grid'],
  microgrid: ['微网格', 'micro-grid'],
})

export const marks = defineMessages({ exercise: ['【演练】{text}', '[Exercise] {text}'] })
