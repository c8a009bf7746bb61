import type { Retention } from '#kernel/retention.ts'

export const retention: Retention = {
  'places.place': { keep: 'always', why: 'facts name the place they were recorded at, whatever became of it' },
  'places.naming': { keep: 'always', why: 'an old name still finds the place' },
  'places.change': {
    keep: 'always',
    why: 'decisions about the divisions of a city are its archive (行政区划管理条例)',
  },
  'places.succession': { keep: 'always', why: 'figures are asked for in the tree of today or of that day' },
}
