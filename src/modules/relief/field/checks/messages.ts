import { defineMessages } from '#kernel/messages.ts'

export const lineTexts = /* @__PURE__ */ defineMessages({
  title: ['定向排查', 'Directed checks'],
  entry: ['还有 {count} 人要上门核实', '{count} people to call on'],
  entrySub: ['定向排查：只看得到您网格的人，到期自动销毁', 'Only those of your grid; destroyed on its day'],
  sub: ['剩 {left} 人，有结果 {done} 人', '{left} left, {done} answered'],
  closed: [
    '定向排查现在关着，没有要您上门的人。开放以后，您网格的人会出现在这里。',
    'It is closed now. When it opens, the people of your grid appear here.',
  ],
  nowClosed: ['这份名单已经到期或撤销，只能看。', 'The list is over; it can only be read.'],
  none: ['现在没有要您上门核实的人。', 'There is nobody to call on.'],
  todo: ['还要上门', 'To go'],
  over: ['有结果', 'Answered'],
  noneTodo: ['都有结果了。', 'Everybody is answered for.'],
  noneOver: ['还没有结果。', 'None yet.'],
  letter: ['名单的来历', 'What it rests on'],
  confirm: ['核实了', 'Confirmed'],
  nobody: ['家里没人', 'Nobody home'],
  other: ['其他情况', 'Other'],
  sheet: ['{name}怎么样', 'What of {name}'],
  result: ['结果', 'Found'],
  needNote: ['请写明情况', 'Say what you found'],
  note: ['记下', 'Note'],
  aged: ['{age} 岁', 'aged {age}'],
})
