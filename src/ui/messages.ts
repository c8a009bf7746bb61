import { defineMessages } from '#kernel/messages.ts'

/** Words that every screen uses. */
export const said = /* @__PURE__ */ defineMessages({
  back: ['返回', 'Back'],
  close: ['关闭', 'Close'],
  cancel: ['取消', 'Cancel'],
  send: ['提交', 'Send'],
  sending: ['正在提交…', 'Sending…'],
  again: ['再试一次', 'Try again'],
  more: ['再看一些', 'Show more'],
  next: ['下一步', 'Next'],
  edit: ['改', 'Change'],
  optional: ['选填', 'optional'],
  loading: ['正在打开…', 'Opening…'],
  loadFailed: ['没有打开', 'Could not open'],
  skip: ['跳到主要内容', 'Skip to the content'],
  largeOn: ['大字版', 'Large type'],
  largeOff: ['标准版', 'Standard'],
  language: ['English', '中文'],
  menu: ['主菜单', 'Main menu'],
  photoAdd: ['加照片', 'Add photo'],
  photoNo: ['照片 {no}', 'Photo {no}'],
  photoDrop: ['去掉照片 {no}', 'Remove photo {no}'],
  photoSending: ['照片正在上传', 'Photo is being sent'],
  photoFailed: ['照片 {no} 没有传上去，请点它重试', 'Photo {no} was not sent, tap it to try again'],
  photoWaiting: ['照片 {no} 先留在手机里，随内容一起发', 'Photo {no} stays on the phone and goes along later'],
  photoPrivate: ['照片里的定位会被去掉。', 'Positions inside photos are removed.'],
  requestNo: ['报障编号 {request}', 'Reference {request}'],
})

/** Time as people say it. */
export const timeTexts = /* @__PURE__ */ defineMessages({
  left: ['还剩 {span}', '{span} left'],
  over: ['超时 {span}', '{span} late'],
  minutes: ['{m} 分', '{m} min'],
  hours: ['{h} 小时', '{h} h'],
  hoursMinutes: ['{h} 小时 {m} 分', '{h} h {m} min'],
  days: ['{d} 天', '{d} days'],
  daysHours: ['{d} 天 {h} 小时', '{d} d {h} h'],
  by: ['{when} 前', 'by {when}'],
  todayAt: ['今天 {time}', 'today {time}'],
  tomorrowAt: ['明天 {time}', 'tomorrow {time}'],
  yesterdayAt: ['昨天 {time}', 'yesterday {time}'],
  dayAt: ['{day} {time}', '{day} {time}'],
  day: ['{month} 月 {date} 日', '{date}/{month}'],
  dayOfYear: ['{year} 年 {month} 月 {date} 日', '{date}/{month}/{year}'],
  now: ['刚刚', 'just now'],
  minutesAgo: ['{m} 分钟前', '{m} min ago'],
  noLimit: ['时限没有在走', 'no limit running'],
})

export const levelTexts = /* @__PURE__ */ defineMessages({
  city: ['市', 'City'],
  county: ['县', 'County'],
  township: ['乡镇', 'Township'],
  village: ['村社', 'Village'],
  grid: ['网格', 'Grid'],
  microgrid: ['微网格', 'Micro-grid'],
})

/** States as staff say them; what residents read is in the town screens. */
export const stateTexts = /* @__PURE__ */ defineMessages({
  received: ['待指派', 'To assign'],
  assigned: ['待接', 'To accept'],
  handling: ['在办', 'In work'],
  paused: ['暂停', 'Paused'],
  verifying: ['待核实', 'To verify'],
  confirming: ['待群众确认', 'With the resident'],
  confirmed: ['群众已确认', 'Confirmed'],
  silent: ['默认办结', 'Closed by silence'],
  claimed: ['自报办结', 'Claimed'],
  withdrawn: ['已撤回', 'Withdrawn'],
  declined: ['不予受理', 'Declined'],
  merged: ['已并案', 'Merged'],
})

export const actionTexts = /* @__PURE__ */ defineMessages({
  report: ['上报', 'Report'],
  assign: ['指派', 'Assign'],
  accept: ['接单', 'Accept'],
  sendBack: ['退回', 'Send back'],
  climb: ['上报一级', 'Send up'],
  skip: ['越级上报', 'Skip up'],
  handDown: ['下派', 'Hand down'],
  pause: ['暂停', 'Pause'],
  resume: ['继续办', 'Resume'],
  extend: ['改约时间', 'New date'],
  handle: ['办结', 'Handled'],
  verify: ['核实通过', 'Verify'],
  settle: ['核实办结', 'Settle'],
  rework: ['退回重办', 'Rework'],
  confirm: ['确认解决', 'Confirm'],
  reopen: ['没解决', 'Reopen'],
  lapse: ['到期未回复', 'No answer in time'],
  withdraw: ['撤回', 'Withdraw'],
  decline: ['不予受理', 'Decline'],
  merge: ['并案', 'Merge'],
  absorb: ['并入另一件', 'Took another in'],
  answer: ['答复群众', 'Answer'],
  comment: ['备注', 'Note'],
  warn: ['临期提醒', 'Due soon'],
  overdue: ['超时', 'Overdue'],
})

export const channelTexts = /* @__PURE__ */ defineMessages({
  town: ['居民手机', 'Resident page'],
  field: ['网格员', 'Grid worker'],
  phone: ['来电', 'Phone call'],
  paper: ['纸条', 'Paper slip'],
  tuesday: ['周二无会日', 'Tuesday visit'],
  hotline: ['12345', 'Hotline 12345'],
  firm: ['企业', 'Firm'],
  sensor: ['感知设备', 'Sensor'],
  patrol: ['巡查', 'Patrol'],
  media: ['媒体', 'Media'],
  superior: ['上级交办', 'From above'],
})

export const clockTexts = /* @__PURE__ */ defineMessages({
  accept: ['接单时限', 'To accept'],
  handle: ['办理时限', 'To handle'],
  verify: ['核实时限', 'To verify'],
  confirm: ['确认时限', 'To confirm'],
})

export const returnTexts = /* @__PURE__ */ defineMessages({
  not_ours: ['不归这里管', 'Not ours'],
  too_little_known: ['情况不清楚', 'Too little known'],
  duplicate: ['重复了', 'Reported before'],
  in_work_already: ['已经在办', 'In work already'],
  conditions_missing: ['条件还不具备', 'Conditions are missing'],
  beyond_power: ['超出权限', 'Beyond our powers'],
  to_court: ['该走法律程序', 'A matter for the courts'],
})

/** Why the house itself took a step. */
export const ruleTexts = /* @__PURE__ */ defineMessages({
  handed_over: ['随岗位移交', 'Handed over with the post'],
  place_changed: ['区划调整，转到新的区划继续办', 'The place became another; it goes on there'],
})

export const pauseTexts = /* @__PURE__ */ defineMessages({
  waiting_for_weather: ['等天气', 'Waiting for the weather'],
  waiting_for_court: ['等法院', 'Waiting for the court'],
  waiting_for_materials: ['等材料', 'Waiting for materials'],
  waiting_for_resident: ['等当事人', 'Waiting for the resident'],
  waiting_for_funds: ['等资金', 'Waiting for funds'],
  public_notice_running: ['公示期间', 'Public notice is running'],
})

export const declineTexts = /* @__PURE__ */ defineMessages({
  no_such_matter: ['查无此事', 'No such matter found'],
  courts_have_it: ['法院已受理', 'The courts have it'],
  petition_channel: ['属于信访渠道', 'Belongs to petitions'],
  already_answered: ['已经答复过', 'Answered before'],
  not_in_this_city: ['不在本市', 'Not in this city'],
})
