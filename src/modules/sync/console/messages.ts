import { defineMessages } from '#kernel/messages.ts'

export const phonesTexts = defineMessages({
  title: ['带工作的手机', 'Phones with work on them'],
  phones: ['手机', 'Phones'],
  phonesHint: [
    '没网也能办事的手机，内容都加了密。丢了的马上清除：一联网就清空，登录马上失效。',
    'Phones that work without a network; all on them is encrypted. Empty a lost one at once: its session ends now, and it empties itself as soon as it is heard of.',
  ],
  owner: ['谁的', 'Whose'],
  phone: ['手机', 'Phone'],
  place: ['地方', 'Place'],
  seen: ['上次联系', 'Last heard of'],
  state: ['状态', 'State'],
  inUse: ['在用', 'In use'],
  asked: ['等它联网就清除', 'To be emptied'],
  emptied: ['已清除', 'Emptied'],
  emptiedUnsent: ['已清除，{count} 条没发出', 'Emptied, {count} not sent'],
  actions: ['操作', 'Actions'],
  wipe: ['清除', 'Empty it'],
  wipeTitle: ['清除 {owner} 的手机', 'Empty the phone of {owner}'],
  wipeLead: [
    '它一联网就会清空，没发出的内容会一起没有。本人能看到是谁、为什么清除的。',
    'It empties itself when it has a network; what it had not sent is gone with it. Its owner sees why.',
  ],
  reason: ['原因', 'Reason'],
  wiped: ['已通知清除', 'It will be emptied'],
  none: ['没有手机带着工作。', 'No phone carries work.'],

  waiting: ['从手机发来、还没办的', 'Sent from phones and not done yet'],
  waitingHint: [
    '等前一条的会自己办；被退回的和等太久的，由本人决定再发还是放弃。岗位已经结束的，由乡镇决定。',
    'What waits for an earlier one goes by itself. What was sent back or waited too long is decided by its maker; when the post has ended, by the township.',
  ],
  what: ['内容', 'What'],
  held: ['等前一条', 'Waits for the one before'],
  refused: ['被退回', 'Sent back'],
  stranded: ['等人决定', 'Needs a decision'],
  post_ended: ['岗位已结束', 'The post has ended'],
  came: ['收到', 'Came'],
  drop: ['放弃', 'Give up'],
  dropTitle: ['放弃这一条', 'Give this one up'],
  dropLead: [
    '放弃后不会办。原因会留在记录里，本人能看到。',
    'It will not be done. The reason stays on record, and its maker sees it.',
  ],
  dropped: ['已放弃', 'Given up'],
  nothing: ['没有等着的。', 'Nothing waits.'],
})
