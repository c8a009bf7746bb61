import { defineMessages } from '#kernel/messages.ts'

/** What the first screen says; kept apart from the rest, which is fetched later. */
export const homeTexts = /* @__PURE__ */ defineMessages({
  app: ['村情通', 'Town'],
  hello: ['有事您说话', 'Tell us, we are listening'],
  helloName: ['{name}，您好', 'Hello {name}'],
  report: ['说说事', 'Report something'],
  reportSub: ['写一句话、拍张照就行，不用注册', 'A sentence and a photo will do, no account needed'],
  follow: ['查进度', 'Follow'],
  mine: ['我的事', 'My reports'],
  notices: ['通知', 'Notices'],
  looks: ['谁看过我', 'Who looked'],
  looksCount: ['近 30 天有 {count} 个单位查看过您的信息', '{count} offices looked at your data in 30 days'],
  looksNone: ['近 30 天没有单位查看过您的信息', 'Nobody looked at your data in 30 days'],
  looksSignIn: ['登录后可以看到谁查看过您的信息', 'Sign in to see who looked at your data'],
  looksOpen: ['看记录', 'See'],
  all: ['全部', 'All'],
  none: [
    '您还没有报过事。路灯不亮、垃圾没清、邻里有矛盾，都可以说。',
    'You have not reported anything yet. A dark lamp, rubbish, a quarrel: tell us.',
  ],
  open: ['看进度', 'Open'],
  please: ['请您确认', 'Please answer'],
})

/** States as the reporter reads them. */
export const stateWords = /* @__PURE__ */ defineMessages({
  received: ['等人接手', 'Waiting to be taken'],
  assigned: ['已派人', 'Assigned'],
  handling: ['正在办', 'Being handled'],
  paused: ['暂停中', 'Paused'],
  verifying: ['办好了，正在核实', 'Done, being checked'],
  confirming: ['请您确认', 'Please answer'],
  confirmed: ['您已确认解决', 'You confirmed it'],
  silent: ['到期没回复，按办结算', 'Closed, no answer in time'],
  claimed: ['承办方说已办结', 'Said to be done'],
  withdrawn: ['您已撤回', 'Withdrawn by you'],
  declined: ['没有受理', 'Not taken up'],
  merged: ['并到另一件一起办', 'Handled with another one'],
})

export const stationTexts = /* @__PURE__ */ defineMessages({
  stations: ['办到哪一步', 'How far it is'],
  sent: ['已上报', 'Sent'],
  taken: ['已派人', 'Assigned'],
  work: ['处理中', 'In work'],
  answer: ['请您评', 'Your say'],
  ended: ['已结束', 'Ended'],
})
