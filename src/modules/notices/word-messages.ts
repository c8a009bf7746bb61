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

export const marks = defineMessages({
  exercise: ['【演练】{text}', '[Exercise] {text}'],
  spent: [
    '处置期间的一条通知，内容已随名单一起销毁。',
    'A notice of that time; what it said was destroyed with the lists.',
  ],
})
