import { defineMessages } from '#kernel/messages.ts'

export const pickerTexts = /* @__PURE__ */ defineMessages({
  here: ['用我现在的位置', 'Use my position'],
  finding: ['正在定位…', 'Finding your position…'],
  denied: [
    '手机没有允许定位。可以在设置里打开，或者在下面搜索村名。',
    'The phone does not allow it. Switch it on in the settings, or search below.',
  ],
  unavailable: ['现在定不了位。请在下面搜索村名来选。', 'No position at the moment. Please search below.'],
  outside: [
    '您现在不在本市范围内。请在下面搜索事发的村社。',
    'You are outside the city. Please search for the village below.',
  ],
  exact: ['定位误差约 {metres} 米', 'Accurate to about {metres} m'],
  nearest: [
    '不在任何网格边界内，归到最近的网格（相距 {metres} 米）',
    'Outside every grid; the nearest is {metres} m away',
  ],
  search: ['搜索村、社区或网格', 'Search for a village or grid'],
  searchHint: ['可以打名字，也可以打拼音首字母，如 ydc。', 'Name, or the first letters in pinyin, such as ydc.'],
  found: ['找到这些地方', 'Places found'],
  none: ['没有找到“{text}”。换个写法试试，或只打两个字。', 'Nothing found for “{text}”. Try fewer letters.'],
  which: ['{village}的哪个网格？', 'Which grid of {village}?'],
  unsure: ['说不准，就选{village}', 'Not sure: {village} as a whole'],
  later: ['我现在的位置，发出后自动归到网格', 'My position; its grid is found when it is sent'],
  chosen: ['已选好', 'Chosen'],
  other: ['换一个地方', 'Choose another'],
  back: ['重新搜索', 'Search again'],
})
