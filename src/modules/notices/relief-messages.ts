import { defineMessages } from '#kernel/messages.ts'

/** What the tools that a hold opens tell whom they concern. */
export const reliefTexts = defineMessages({
  relief_evacuate: [
    '您家（{title}）需要转移，请带好身份证件和随身药品，听从通知，有人来接。',
    'Your home ({title}) has to be left. Take your papers and medicine, and wait for who comes to fetch you.',
  ],
  relief_return: ['{title} 已经安全，可以回家了。', '{title} is safe again. You may go home.'],
  relief_check: [
    '您在一份排查名单里：{title}。理由和依据在“我的”里，名单到 {until} 销毁；有误可以在那里提出。',
    'You are on a list: {title}. Why, and by which law, stands under “My data”. It is destroyed on {until}; you can say there if it is wrong.',
  ],
  relief_to_sign: [
    '排查名单「{title}」有 {count} 条等第二个人签字，签字以后才下发、才告知本人。',
    '{count} lines of the list “{title}” wait for a second signature; until then nobody is sent and nobody told.',
  ],
  relief_disputed: [
    '排查名单「{title}」上有人提出有误，请尽快核对。',
    'Somebody on the list “{title}” says that it is wrong. Please check it soon.',
  ],
  relief_dispute_late: [
    '「{title}」名单上有人说自己不该在上面，时限内没有人答复。请核实后答复，不答复就从名单上去掉。',
    'Somebody on the list “{title}” says that it is a mistake, and nobody answered in time. Please look and answer; without an answer the line is struck off.',
  ],
  relief_dispute_answered: [
    '您对「{title}」名单提出的异议已核实：{reason}',
    'Your dispute about the list “{title}” was looked at: {reason}',
  ],
  relief_struck: ['您已经从「{title}」名单上去掉了。{reason}', 'You are off the list “{title}”. {reason}'],
  relief_taken: [
    '征用了您的物资「{title}」，收据编号 {number}。用后归还，损坏和征用依法补偿。',
    'Your property “{title}” was taken for public use, receipt {number}. It will be given back, and use and damage are paid for by law.',
  ],
  relief_returned: [
    '征用您的物资「{title}」（收据 {number}）已归还，应补偿 {yuan} 元。请核对。',
    'Your property “{title}” (receipt {number}) was given back; {yuan} yuan are owed to you. Please check.',
  ],
  relief_stay: [
    '请您居家到 {until}。缺什么、要看病，请在“我的”里告诉我们，有人给您送。',
    'Please stay at home until {until}. What you lack, and if you need a doctor, tell us under “My data”; it will be brought.',
  ],
  relief_helps: [
    '{title} 有人居家到 {until}，由您帮忙送东西、办事。',
    'Somebody at {title} stays at home until {until}, and you are the one who helps.',
  ],
  relief_helped: ['{title} 居家的人已改由别人帮忙。', 'Somebody else helps at {title} from now on.'],
  relief_stay_helper: ['您居家期间改由{name}帮忙。', '{name} helps you at home from now on.'],
  relief_stay_ended: ['您可以正常出门了。', 'You may go out again.'],
  relief_need: [
    '有一户居家的人家需要帮忙：{title}，请尽快送到。',
    'A household that stays at home needs {title}. Please bring it soon.',
  ],
  relief_pass: ['给您开了通行证 {number}，到 {until} 有效。', 'You have a pass, {number}, valid until {until}.'],
  relief_call_answered: ['您打来求助的事：{title}', 'About your call for help: {title}'],
  relief_shift: [
    '请您 {when} 到岗值守：{title}。去不了，请尽早在手机上退回。',
    'You are on duty from {when}: {title}. If you cannot come, please give the seat back early.',
  ],
  relief_shift_off: ['{when} 的值守（{title}）不用去了。', 'You need not come on {when}: {title}.'],
  relief_match: [
    '您登记的寻亲信息可能找到了，请与{title}联系。',
    'Whom you look for may have been found. Please get in touch with {title}.',
  ],
  relief_firm: ['企业提出的问题交给您答复：「{title}」。', 'A problem of a firm is yours to answer: “{title}”.'],
})
