import { defineMessages } from '#kernel/messages.ts'

export const ownPassTexts = /* @__PURE__ */ defineMessages({
  title: ['我的通行证', 'My passes'],
  entry: ['通行证 {code}', 'Pass {code}'],
  entrySub: ['{reason} · 到 {when}', '{reason} · until {when}'],
  lead: ['到卡口报编号，或者给值守的人看这一页。', 'Say the code at the checkpoint, or show this page.'],
  none: ['您没有通行证。', 'You have no pass.'],
  noneSub: [
    '要过卡口上班、就医、送货，请找村里或乡镇开；开好后编号会发到您手机上，在这里也看得到。',
    'To pass a checkpoint for work, a doctor or supplies ask the village or the township; the code is sent to your phone and stands here.',
  ],
  before: ['失效的', 'Not valid any more'],
  code: ['编号', 'Code'],
  plate: ['车牌', 'Plate'],
  why: ['事由', 'Reason'],
  to: ['通往', 'Leads to'],
  from: ['从', 'From'],
  until: ['有效到', 'Valid until'],
  by: ['谁开的', 'Given by'],
  left: ['还有 {span}', '{span} to go'],
  seen: ['每次过卡、谁查的，在“谁看过我”里都有。', 'Each check stands under “Who looked at me”.'],
})
