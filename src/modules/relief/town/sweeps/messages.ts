import { defineMessages } from '#kernel/messages.ts'

export const ownDoorTexts = /* @__PURE__ */ defineMessages({
  title: ['上门记下了什么', 'What was noted at our door'],
  entry: ['有人为“{title}”来过您家', 'Somebody called about “{title}”'],
  entrySub: ['看记下了什么、要的帮助办了没有', 'What was noted, and whether help came'],
  entryWaits: ['您要的帮助还在办：{what}', 'Help on its way: {what}'],
  lead: [
    '网格员上门时记下的，家里只有户主看得到；谁看过，在“谁看过我”里。',
    'What the worker noted. Who looked at it stands under “Who looked at me”.',
  ],
  none: ['没有人为清楼来过您家。', 'Nobody called at your door.'],
  noneSub: [
    '要是有人来过、记下了什么，户主在这里看得到。',
    'If somebody calls and notes something, the head of the household reads it here.',
  ],
  toCome: ['还没有来', 'Not yet'],
  when: ['什么时候', 'When'],
  noted: ['记下的', 'Noted'],
  help: ['您要的帮助', 'Help you asked for'],
  helped: ['办了什么', 'What was done'],
  waits: ['还在办', 'On its way'],
})
