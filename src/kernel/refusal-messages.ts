import { defineMessages } from './messages.ts'

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
  name_needed: [
    '这个手机号登记在一户人家名下。请填写您的姓名再登录，以免看到别人的信息。',
    'This phone is registered with a household. Enter your name to sign in, so that nobody sees what is not theirs.',
  ],
  already_held: [
    '要的数据都有了，不用再让基层填。请直接导出报表。',
    'Everything it asks is held already, so nobody is asked again. Please take the export.',
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
  quota_full: [
    '这里已经满了，请另选一个。',
    'This one already has as many as the quota allows. Please choose another.',
  ],
  too_soon: [
    '刚换过不久，请过了规定的天数再换。',
    'It was changed only a short while ago. Please wait until the day shown.',
  ],
  left_without: [
    '这样会有岗位空着、有人没人管，请先安排接手的人。',
    'This would leave a post empty or somebody without an answerer. Please name who takes over.',
  ],
  conflict_of_interest: [
    '有需要回避的情形，请按列出的内容调整，或者写明理由。',
    'There is a conflict of interest. Change what is listed, or give your reason.',
  ],
  overlapping: [
    '别的部门已经向同样的人要同样的事。请看看是哪一件：合并，或者写明为什么还要发。',
    'Another office already asks the same people the same. Look at it: merge, or say why yours has to go out as well.',
  ],
  field_day: [
    '这一天是无会日，干部要到村里去，不安排会议。请换一天。',
    'That day is kept free of meetings: the teams go down to the villages. Please choose another day.',
  ],
  not_open: [
    '这项功能只在启动应急响应的地方和期限内开放，现在没有开放。',
    'This is open only where and while a response has opened it. It is not open now.',
  ],
  in_force: [
    '这个地方已经有响应在进行。请在那一次里延长或者调整级别；演练请换个时间或者地方。',
    'A response is in force there already. Extend it or change its level; exercise at another time or place.',
  ],
  authority_needed: [
    '这项决定要由规定的机关作出，两个人里要有一位任这个岗位；应急时临时任的岗位不算。请报上一级决定。',
    'This has to be decided by the authority named for it: one of the two persons holds such a post, and not for the time being only. Please ask the level above.',
  ],
  same_organ: [
    '见证人要来自另一个单位，请请其他单位的人见证。',
    'A witness comes from another organ. Please ask somebody else.',
  ],
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
