import { defineMessages } from '#kernel/messages.ts'
import { reliefTexts } from './relief-messages.ts'
import { responseTexts } from './response-messages.ts'
import { levels, marks } from './word-messages.ts'

/** What a notice says; the same words in the app and in a text message. To staff first, then to the reporter. */
const own = defineMessages({
  case_assigned: [
    '事件 {number}「{title}」交给您了，请及时受理。',
    'Case {number}, “{title}”, is now yours. Please accept it in time.',
  ],
  case_climbed: [
    '事件 {number}「{title}」已上报到{level}，请及时分派。',
    'Case {number}, “{title}”, has come up to the {level}. Please assign it.',
  ],
  case_cc: [
    '事件 {number}「{title}」越级上报到{level}，抄送您知悉。',
    'Case {number}, “{title}”, went up past you to the {level}. For your information.',
  ],
  case_sent_back: [
    '事件 {number}「{title}」被退回，请重新分派。',
    'Case {number}, “{title}”, was sent back. Please assign it again.',
  ],
  case_warn: [
    '事件 {number}「{title}」的时限已用去七成，请抓紧办理。',
    'Case {number}, “{title}”, has used 70 % of its time.',
  ],
  case_overdue: [
    '事件 {number}「{title}」已超过时限，请立即办理。',
    'Case {number}, “{title}”, is past its limit. Please act now.',
  ],
  case_handled: [
    '事件 {number}「{title}」报告已办好，请核查。',
    'Case {number}, “{title}”, is said to be solved. Please check.',
  ],
  case_reopened: [
    '事件 {number}「{title}」群众认为没有办好，已重新打开，时限接着算。',
    'Case {number}, “{title}”: the reporter finds it not solved. It is open again and its clock goes on.',
  ],
  report_received: [
    '您反映的事已收到，编号 {number}。凭编号随时可以查看办到哪一步。',
    'We have your report, number {number}. With the number you can see every step.',
  ],
  case_accepted: [
    '您反映的事（{number}）已有人受理，正在办理。',
    'Somebody has taken up your report {number} and is working on it.',
  ],
  case_answer: ['您反映的事（{number}）有了新的答复，请查看。', 'There is a new answer to your report {number}.'],
  case_please_confirm: [
    '您反映的事（{number}）已办好。请看一看：办好了请确认，没办好可以重新打开。',
    'Your report {number} is said to be solved. Please look: confirm it, or open it again.',
  ],
  case_closed_silently: [
    '您反映的事（{number}）一直没有收到您的确认，先按默认办结。没办好仍可重新打开。',
    'We have not heard from you about report {number}, so it is closed for now. You can still open it again.',
  ],
  case_declined: [
    '您反映的事（{number}）没有办理，原因写在答复里，请查看。',
    'Your report {number} was not taken up. The answer says why.',
  ],
  case_merged: [
    '您反映的事（{number}）与另一件是同一件事，已合并办理，进度照样可以查看。',
    'Your report {number} is the same matter as another one. They go on together, and you can still follow it.',
  ],
  visit_noted: [
    '上门走访记下了您说的事（走访编号 {number}），请看看记得对不对、答应了什么。',
    'What you said at the visit was noted (visit {number}). Please see whether it is right, and what was promised.',
  ],
  visit_missed: [
    '我们来过，没有碰上您（走访编号 {number}）。想约个时间可以告诉我们。',
    'We came by and missed you (visit {number}). You can tell us when it suits you.',
  ],
  promise_tomorrow: [
    '您答应的「{title}」明天到期（走访编号 {number}）。',
    'What you promised, “{title}”, is due tomorrow (visit {number}).',
  ],
  promise_tomorrow_ours: [
    '答应您的「{title}」明天到期（走访编号 {number}）。',
    'What was promised to you, “{title}”, is due tomorrow (visit {number}).',
  ],
  promise_late: [
    '您答应的「{title}」过了日子（走访编号 {number}），请办好或者说明原因。',
    'The day of what you promised, “{title}”, is over (visit {number}). Please do it, or say why not.',
  ],
  promise_late_ours: [
    '答应您的「{title}」日子到了（走访编号 {number}）：办好了请确认，没办好请告诉我们。',
    'The day of what was promised to you, “{title}”, has come (visit {number}). Please confirm it, or tell us that it was not done.',
  ],
  promise_kept: [
    '答应您的「{title}」说是办好了（走访编号 {number}），请看看是不是。',
    'What was promised to you, “{title}”, is said to be done (visit {number}). Please see whether it is.',
  ],
  promise_broken: [
    '答应您的「{title}」没有办到（走访编号 {number}），原因写明了，请查看。',
    'What was promised to you, “{title}”, was not done (visit {number}). The reason is given.',
  ],
  promise_disputed: [
    '群众说您答应的「{title}」没有办到（走访编号 {number}），请再去一趟。',
    'The household says that “{title}” was not done (visit {number}). Please go again.',
  ],
  visit_wanted: [
    '有一户人家请您上门，请在今天要去的门里查看。',
    'A household asks you to come. See the doors of today.',
  ],
  visit_declined: ['您请我们上门的事有了答复，请查看。', 'There is an answer to your wish for a visit.'],
  meeting_called: ['请您参加会议「{title}」，{day}。', 'You are invited to a meeting on {day}: “{title}”.'],
  outing_planned: ['{day} 组团下村：{title}，请准时到村。', 'On {day} your team goes down to {title}.'],
  problem_yours: [
    '下村发现的问题交给您：「{title}」，请按时答复。',
    'A problem found in a village is yours to answer: “{title}”.',
  ],
  problem_answered: [
    '您提出的问题「{title}」有了答复，请看看解决没有。',
    'There is an answer to the problem “{title}”. Please see whether it is solved.',
  ],
  problem_returned: [
    '问题「{title}」的答复被退回，请再办。',
    'Your answer to the problem “{title}” was given back. Please go on.',
  ],
  mandate_used: [
    '{name}按您的授权替您办了一件事，办了什么在“代办授权”里，也可以随时收回。',
    '{name} acted for you under your mandate. See what was done under “Who may act for me”, and end it whenever you like.',
  ],
  mandate_given: [
    '有人委托您代办事情，请在“我的”里查看。',
    'Somebody lets you act for him or her. See it under “My data”.',
  ],
  order_came: ['新指令「{title}」，请在 {due} 前答复。', 'A new order, “{title}”. Please answer by {due}.'],
  order_remind: [
    '指令「{title}」还没有收到您的答复，{due} 到期。',
    'No answer from you yet to the order “{title}”. It is due {due}.',
  ],
  order_text: [
    '指令「{title}」还没有收到您的答复，{due} 到期，请尽快打开平台答复。',
    'No answer from you yet to the order “{title}”, due {due}. Please open the platform and answer.',
  ],
  order_below: [
    '指令「{title}」在您这里还有 {count} 人没有动静，{due} 到期，请催一催。',
    'The order “{title}” is due {due}, and {count} below you have not said anything. Please see to it.',
  ],
  order_stuck: [
    '指令「{title}」有人办不下去：{place}。请看需要什么。',
    'Somebody cannot go on with the order “{title}”: {place}. Please see what is needed.',
  ],
  order_changed: [
    '指令「{title}」改了，请看改在哪里。',
    'The order “{title}” has changed. Please see what is different.',
  ],
  order_ended: ['指令「{title}」不用再办了：{why}', 'The order “{title}” is over: {why}'],
  order_stand_in: [
    '{name}（{title}）不在的时候，指令由您答复。',
    'While {name} ({title}) is away, you answer the orders addressed to that post.',
  ],
  order_joined: [
    '{office}撤下了自己的指令，并到您的「{title}」里。',
    'The office {office} gave up its own order in favour of yours, “{title}”.',
  ],
  order_to_sign: [
    '指令「{title}」超过了网格一天的分钟数，请决定是否签发。',
    'The order “{title}” asks more minutes of a grid than a day has for it. Please decide whether to sign.',
  ],
  hand_over_open: [
    '有一个岗位交到您手上，交接清单已备好，请按期与前任当面过一遍。',
    'A post has been handed over to you. The list of what goes with it is ready; please go through it with your predecessor in time.',
  ],
  hand_over_due: [
    '交接清单到 {day} 应当接收，现已超过期限，请尽快办完。',
    'The hand-over was to be completed by {day}. It is late, please complete it.',
  ],
  bond_chosen: [
    '有一户人家选了您做联系人，请尽早上门认识一下。',
    'A household has chosen you to answer for it. Please call on them soon.',
  ],
  bond_given: [
    '村里请您联系 {count} 户人家，在“谁管我家”里可以看到是哪几户，请抽空上门认识一下。',
    'You have been asked to answer for {count} households. See which under “Who answers for my door”, and call on them when you can.',
  ],
  glass_broken: [
    '{office}因紧急情况查看您的资料，到 {until} 自动结束。理由在「谁看过我」里。',
    'The office {office} looks at your data in urgent need; this ends by itself at {until}. The reason stands under “Who looked at me”.',
  ],
  looks_disclosed: [
    '{office}以前对您资料的查看，依法延迟到今天告知，现在可以在「谁看过我」里看到。',
    'Looks at your data by the office {office}, withheld by law until today, stand under “Who looked at me” now.',
  ],
  paper_taken: [
    '工作人员替您登记了一份纸质同意，可在“我的信息”里看到原件，也可以随时撤回。',
    'A consent you gave on paper was entered. See the sheet under “My data”; you may take it back any time.',
  ],
  contest_came: [
    '有一项信息被提出异议，请在期限内核实答复。',
    'A value is contested. Please check it and answer within the limit.',
  ],
  contest_overdue: ['有一项异议超过期限还没有答复，请尽快核实。', 'A contest is past its limit. Please check it now.'],
  contest_answered: [
    '您提出的信息异议有了答复，请到“我的信息”查看。',
    'What you contested has been answered. See “My data”.',
  ],
  parcel_stranded: [
    '手机发来的「{title}」等了五天，前一条一直没到。请到“还在手机里的”决定发还是放弃。',
    '“{title}” from your phone waited five days for the one before it. Please decide under “On this phone”.',
  ],
  parcels_left: [
    '手机发来的 {count} 条，做的时候的岗位已经结束，已交给乡镇决定。',
    '{count} from your phone were made in a post that has ended. The township decides about them.',
  ],
  parcel_carried: [
    '乡镇已替您办了手机发来的「{title}」：{reason}',
    'The township has sent “{title}” from your phone on your behalf: {reason}',
  ],
  parcel_dropped: [
    '乡镇放弃了您手机发来的「{title}」：{reason}',
    'The township gave up “{title}” from your phone: {reason}',
  ],
  phone_wiping: [
    '您的手机（{name}）已被要求清除工作内容，联网就会清空。不是您本人要求的，请马上联系管理员。',
    'Your phone ({name}) is to be emptied of its work as soon as it has a network. If you did not ask for it, tell the administrator.',
  ],
  phone_wiped: ['您的手机（{name}）里的工作内容已清除。', 'The work on your phone ({name}) has been removed.'],
  phone_wiped_unsent: [
    '您的手机（{name}）里的工作内容已清除，有 {count} 条没发出，请凭记忆补报。',
    'The work on your phone ({name}) has been removed; {count} had not been sent. Please enter them again.',
  ],
})
const texts = { ...own, ...reliefTexts, ...responseTexts }

export type NoticeKind = keyof typeof texts
export type NoticeParams = Record<string, string | number>

/** The text of a notice in the reader's language; a kind that is no longer sent reads as its number. */
export function noticeText(kind: string, params: NoticeParams): string {
  if (!isKind(kind)) return String(params['number'] ?? kind)
  if (params['spent']) return marks.spent()
  const { level } = params
  const number = spoken(params['number'])
  const said = {
    ...params,
    ...(number === undefined ? {} : { number }),
    ...(typeof level === 'string' && level in levels ? { level: levels[level as keyof typeof levels]() } : {}),
  }
  const text = (texts[kind] as (params: NoticeParams) => string)(said)
  return params['exercise'] ? marks.exercise({ text }) : text
}

/** Numbers of cases and visits as they are read out: year, running number, check digit. */
const spoken = (number: string | number | undefined) =>
  /^\d{10,11}$/.test(String(number)) ? String(number).replace(/^(\d\d)(\d+)(\d)$/, '$1-$2-$3') : number

const isKind = (kind: string): kind is NoticeKind => kind in texts
export const NOTICE_KINDS = Object.keys(texts) as NoticeKind[]
