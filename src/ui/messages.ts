import { defineMessages } from '#kernel/messages.ts'

/** What went wrong and what to do now: one sentence for every refusal code, and for no network. */
export const refusalTexts = /* @__PURE__ */ defineMessages({
  invalid: [
    '有一项没有填对，请按红字提示改一改。',
    'Something is not filled in right. Please follow the notes in red.',
  ],
  unauthenticated: ['请先登录，再接着办。填好的内容还在。', 'Please sign in and go on. What you filled in is kept.'],
  wrong_credentials: [
    '账号、密码或验证码不对，请核对后再试。',
    'The name, password or code is wrong. Please check and try again.',
  ],
  second_factor_needed: ['请输入动态口令。', 'Please enter the code of your authenticator.'],
  forbidden: [
    '您现在的岗位不能办这件事。请换一个岗位，或者请上一级办。',
    'Your present post may not do this. Change the post, or ask the level above.',
  ],
  not_found: [
    '没有找到。请核对编号，或者回到列表重新打开。',
    'Not found. Check the number, or open it again from the list.',
  ],
  conflict: [
    '刚才有人先办了一步，已为您刷新，请看过再办。',
    'Somebody took a step just now. The page is refreshed, please look again.',
  ],
  already: ['这一步已经办过了，不用再办。', 'This step has been taken already.'],
  bounced_twice: [
    '这件事已经退过两次，不能再退。请直接办，或者报给上一级。',
    'Sent back twice already. Please handle it or send it up.',
  ],
  top_of_tree: ['已经到最高一级，不能再往上报。', 'It is at the top level already.'],
  stop_level: [
    '按职责清单，这类事到这一级为止，请在本级办。',
    'By the duty list this kind stops at this level. Please settle it here.',
  ],
  same_person: ['核实要由另一个人来做，请交给同事。', 'Somebody else has to verify. Please hand it to a colleague.'],
  window_over: [
    '确认期限已经过了。如果还没解决，请再报一次。',
    'The time to answer is over. If it is not solved, please report again.',
  ],
  evidence_missing: [
    '还缺照片等办结凭据，请补上再提交。',
    'Proof such as photos is missing. Please add it and send again.',
  ],
  incompatible_posts: ['这两个岗位不能由同一个人担任。', 'One person may not hold both posts.'],
  gone: ['这条链接已经失效，请重新开始。', 'This link has expired. Please start again.'],
  too_large: ['照片太大，请换一张小一些的。', 'The photo is too large. Please take a smaller one.'],
  unsupported_file: ['只收照片（JPG、PNG、WebP）。', 'Only photos are taken (JPG, PNG, WebP).'],
  key_reused: [
    '这次提交和上次的内容不一样，请再点一次提交。',
    'This differs from what was sent before. Please send once more.',
  ],
  outside_area: [
    '这个位置不在本市范围内，请改用搜索村名来选。',
    'This position is outside the city. Please search for the village instead.',
  ],
  checksum: ['号码的校验位不对，请核对有没有抄错。', 'The check digit does not fit. Please look for a slip.'],
  too_many: ['试得太频繁了，请过几分钟再试。', 'Too many tries. Please wait a few minutes.'],
  internal: [
    '系统出错了，您填的内容还在。请稍后再试。',
    'Something broke on our side. What you filled in is kept. Please try later.',
  ],
  unavailable: [
    '系统正忙，您填的内容还在。请过一会儿再试。',
    'The system is busy. What you filled in is kept. Please try in a while.',
  ],
  offline: [
    '没有网络。内容已留在手机里，有信号后再试。',
    'No network. Everything is kept on this phone. Try again with a signal.',
  ],
})

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
  photoAdd: ['拍照或选照片', 'Take or choose a photo'],
  photoNo: ['照片 {no}', 'Photo {no}'],
  photoDrop: ['去掉照片 {no}', 'Remove photo {no}'],
  photoSending: ['照片正在上传', 'Photo is being sent'],
  photoFailed: ['照片 {no} 没有传上去，请点它重试', 'Photo {no} was not sent, tap it to try again'],
  photoWaiting: ['照片 {no} 先留在手机里，随内容一起发', 'Photo {no} stays on the phone and goes along later'],
  photoMost: ['最多 {count} 张', 'At most {count}'],
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
