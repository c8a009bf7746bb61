import { defineMessages } from '#kernel/messages.ts'

export const offlineTexts = /* @__PURE__ */ defineMessages({
  noLine: ['没有网络', 'No network'],
  carried: [
    '看到的是 {when} 带上的内容；写的先存在手机里，有网自动发。',
    'You see what was taken along {when}; what you write stays on the phone and is sent by itself.',
  ],
  carriedNever: ['写的先存在手机里，有网自动发。', 'What you write stays on the phone and is sent by itself.'],
  notKept: [
    '这部手机不让网页存东西：没网时关掉页面，没发的会丢。',
    'This phone keeps nothing for web pages: without a network, what is not sent is lost when the page is closed.',
  ],
  leftBehind: [
    '还有 {count} 户（件）太多没带上，有网时能看。',
    '{count} more did not fit and can be seen with a network.',
  ],
  newer: ['有新版本', 'A newer version is there'],
  takeNewer: ['更新', 'Update'],
  emptiedAsked: ['这部手机里的工作内容已按要求清除。', 'The work on this phone was removed, as was asked.'],
  emptiedEnded: [
    '您的岗位已经结束，手机里的工作内容已交回并清除。',
    'Your post has ended: what was on the phone was handed in and removed.',
  ],
  keptSealed: [
    '有 {count} 条没发出，已加密留在手机里，下次登录自动发',
    '{count} not sent: kept encrypted on the phone, sent when you sign in again',
  ],
  broken: ['有 {count} 条存坏了，打不开。请看“还在手机里的”。', '{count} could not be read. See "On this phone".'],

  unlockTitle: ['没有网络', 'No network'],
  unlockSub: ['输入登录密码，打开手机里的工作', 'Type your password to open the work on this phone'],
  whose: ['谁的工作', 'Whose work'],
  password: ['登录密码', 'Password'],
  unlock: ['打开', 'Open'],
  unlocking: ['正在打开…', 'Opening…'],
  again: ['再试网络', 'Try the network again'],
  whyLocked: [
    '手机里的内容是加密的，有登录状态或密码才能打开。',
    'What is on the phone is encrypted; a session or the password opens it.',
  ],
  wrong: ['密码不对', 'The password is wrong'],
  too_many: ['错了十次，要联网登录才能打开。内容还在。', 'Wrong ten times: sign in with a network. Nothing is lost.'],
  too_old: [
    '七天没有联网了，要联网登录才能打开。内容还在。',
    'Seven days without a network: sign in with one. Nothing is lost.',
  ],
  no_password: [
    '这部手机没有存下密码锁，要联网登录才能打开。',
    'No password was stored for this phone: sign in with a network.',
  ],
  emptyTitle: ['没有网络', 'No network'],
  empty: [
    '这部手机里还没有您的工作。请到有网络的地方登录一次，以后没网也能用。',
    'There is no work on this phone yet. Sign in once where there is a network; after that it works without.',
  ],
})

export const outboxTexts = /* @__PURE__ */ defineMessages({
  title: ['还在手机里的', 'On this phone'],
  sub: ['有网自动发，发出才会从这里消失。', 'Sent by itself when there is a network; leaves this list only then.'],
  empty: ['都发出去了', 'Everything has been sent'],
  sendNow: ['现在发', 'Send now'],
  state_waiting: ['等信号', 'Waiting for a signal'],
  state_sending: ['正在发', 'Being sent'],
  state_held: ['已到服务器，等前一条', 'On the server, waiting for the one before it'],
  state_refused: ['被退回，等您决定', 'Sent back: you decide'],
  state_stranded: ['等得太久，等您决定', 'Waited too long: you decide'],
  state_differs: ['已收到，和别人填的不一样', 'Taken, and differs from what somebody else said'],
  differs: [
    '有 {count} 项在您没网的时候别人也改了，改得不一样。两边都留着，由村社或乡镇定。',
    '{count} were changed differently by somebody else while you had no network. Both are kept; the village or township decides.',
  ],
  read: ['知道了', 'Noted'],
  not_come: [
    '关于同一件事的前一条还没到。到了会按先后办。',
    'The one before it, about the same thing, has not come. When it has, they are done in order.',
  ],
  refused_before: ['前一条被退回了，先决定前一条。', 'The one before it was sent back: decide that first.'],
  too_long: [
    '等了五天，前一条一直没到。可以不等了直接发，也可以放弃。',
    'It waited five days for the one before it. Send it anyway, or give it up.',
  ],
  post_ended: [
    '做这条时的岗位已经结束。内容在服务器上，乡镇看得到。',
    'The post in which it was made has ended. It is on the server, where the township sees it.',
  ],
  backlog_full: ['服务器上等着的太多了，先留在手机里。', 'Too many wait on the server: it stays on the phone.'],
  photos: ['{count} 张照片', '{count} photos'],
  retry: ['再发一次', 'Send again'],
  drop: ['放弃', 'Give up'],
  dropTitle: ['放弃这一条？', 'Give this one up?'],
  dropHint: ['放弃后不会办，也找不回来。', 'It will not be done and cannot be brought back.'],
  reason: ['为什么放弃', 'Why'],
  reasonShort: ['至少 2 个字', 'At least 2 letters'],
  dropped: ['已放弃', 'Given up'],
  onServer: ['在服务器上等着的', 'Waiting on the server'],
  onServerSub: ['从别的手机发来的，或者这部手机已经清掉的。', 'From other phones, or no longer on this one.'],
  clockOff: ['那部手机的时钟差了 {span}', 'The clock of that phone was {span} off'],
  minutes: ['{n} 分钟', '{n} min'],
  broken: ['存坏了的', 'Damaged'],
  brokenOne: [
    '这一条在手机里存坏了（可能写到一半没电了），打不开，也发不出去。请凭记忆再报一次。',
    'This one was damaged on the phone (perhaps the battery died while it was written). It cannot be opened or sent: please enter it again.',
  ],
  brokenDrop: ['知道了，清掉', 'Clear it'],
})

export const phonesTexts = /* @__PURE__ */ defineMessages({
  title: ['带工作的手机', 'Phones with work on them'],
  hint: [
    '在这些手机上没网也能办事，内容都加了密。手机丢了，马上清除。',
    'These phones work without a network; everything on them is encrypted. If one is lost, empty it at once.',
  ],
  seen: ['{when} 联系过', 'seen {when}'],
  thisOne: ['这部手机', 'This phone'],
  wipe: ['清除', 'Empty it'],
  wipeTitle: ['清除这部手机？', 'Empty this phone?'],
  wipeHint: [
    '它一联网就会清空，登录马上失效。还没发出的内容会一起没有。',
    'It empties itself as soon as it has a network; its session ends now. What it had not sent is lost with it.',
  ],
  reason: ['原因', 'Reason'],
  reasonExample: ['手机丢了', 'Lost'],
  asked: ['等它联网就清除', 'To be emptied when it has a network'],
  done: ['已清除', 'Emptied'],
  doneUnsent: ['已清除，有 {count} 条没发出', 'Emptied; {count} had not been sent'],
  asking: ['已通知清除', 'It will be emptied'],
  state: ['离线', 'Offline'],
  synced: ['{when} 带上', 'taken along {when}'],
  never: ['还没带上', 'not yet taken along'],
  syncNow: ['现在带上', 'Take along now'],
  ready: ['没网也能用', 'Works without a network'],
  readyOpen: [
    '没网能用，但关掉页面后要联网才打得开（用密码登录一次就好）',
    'Works without a network until the page is closed (sign in with a password once)',
  ],
  notReady: ['没网时用不了', 'Does not work without a network'],
})
