import { defineMessages } from '#kernel/messages.ts'

export const helpingTexts = /* @__PURE__ */ defineMessages({
  title: ['我帮的居家户', 'Whom I help at home'],
  entry: ['有人居家，由您帮忙', 'You help people who stay at home'],
  entryWaits: ['居家的人等您送东西', 'People at home wait for you'],
  entrySub: ['送到一样点一样，没信号也能记', 'One tap for each thing; works without a network'],
  sub: ['{people} 人，{waits} 样没送到', '{people} at home, {waits} to bring'],
  closed: [
    '居家服务现在关着。开放以后，由您帮忙的人会出现在这里。',
    'Home stays are closed now. When they open, the people you help appear here.',
  ],
  nowClosed: ['居家服务已经关上，只能看。', 'Home stays have closed; this can only be read.'],
  none: ['现在没有要您帮忙的居家户。', 'Nobody at home is given to you to help.'],
  until: ['居家到 {when}', 'at home until {when}'],
  nothing: ['现在不缺东西', 'Nothing is lacking now'],
  asked: ['{when} 要的', 'asked {when}'],
  bring: ['送到了', 'Brought'],
  bringOf: ['送到了：{text}', 'Brought: {text}'],
  note: ['放在哪里、谁收的', 'Where it was left, who took it'],
  done: ['记下', 'Note'],
  ask: ['要别的', 'Something else'],
  askOf: ['{name}要什么', 'What {name} needs'],
  sent: ['记下了', 'Noted'],
  kept: ['先记在手机里，有网络自动发出', 'Kept on the phone; it goes out with the next network'],
  waiting: ['还在手机里', 'still on the phone'],
  broughtBefore: ['送过的 {count} 样', '{count} brought before'],
  brought: ['{when} 送到', 'brought {when}'],
})
