import { defineMessages } from '#kernel/messages.ts'

export const fieldMeTexts = /* @__PURE__ */ defineMessages({
  acting: ['现在的岗位', 'Acting as'],
  others: ['换岗位办事', 'Act in another post'],
  othersHint: [
    '一个人一次只以一个岗位办事，办什么都记在这个岗位名下。',
    'One acts in one post at a time; all is recorded under it.',
  ],
  switch: ['换到这里', 'Switch'],
  switched: ['已换到 {title}', 'Now acting as {title}'],
  account: ['账号', 'Account'],
  sessions: ['登录过的设备', 'Where I am signed in'],
  bonds: ['我联系的户和交接清单', 'My doors and hand-over files'],
  phones: ['带工作的手机', 'Phones with work on them'],
  looks: ['居民端', 'Resident page'],
  looksSub: ['自己的事、谁看过我', 'My own reports, who looked at me'],
  settings: ['显示', 'Display'],
  large: ['字太小？', 'Too small?'],
  language: ['语言', 'Language'],
  factorOn: ['动态口令已打开', 'Second factor is on'],
  factorOff: ['动态口令没有打开，可在电脑上的“我的账号”里打开', 'Second factor is off; switch it on in the console'],
})
