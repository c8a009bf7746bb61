import { defineMessages } from '#kernel/messages.ts'

export const mineTexts = /* @__PURE__ */ defineMessages({
  title: ['我联系的户', 'My doors'],
  sub: ['由我负责联系的住户', 'Households that I answer for'],
  none: ['现在没有住户由您联系。', 'No household is yours to answer for.'],
  others: ['我联系的村、单位和人', 'Places, organs and people of mine'],
  sayings: ['说过 {count} 句', '{count} sayings'],
  say: ['说说联系得怎么样', 'Say how it goes'],
  sayHint: [
    '写一两句话，这一户和村里看得到。不打分，不排名。',
    'A sentence or two; the household and the village read it. No scores, no ranking.',
  ],
  sayText: ['想说的话', 'Your words'],
  send: ['发出', 'Send'],
  said: ['已经记下', 'Noted'],
  files: ['交接清单', 'Hand-over files'],
  file: ['{title} · {place}', '{title}, {place}'],
  fileSub: ['{from} 交给 {to} · {due} 前接收', 'from {from} to {to}, by {due}'],
  late: ['已超期', 'Late'],
  receive: ['当面过完，接收', 'Received'],
  receiveHint: [
    '在办 {cases} 件，承诺 {promises} 条，{households} 户。和前任当面过一遍，再点接收。',
    '{cases} cases, {promises} promises, {households} doors. Go through them with your predecessor first.',
  ],
  receiveNote: ['过了哪些，有什么要注意', 'What you went through'],
  received: ['已接收', 'Received'],
})
