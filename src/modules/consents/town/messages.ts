import { defineMessages } from '#kernel/messages.ts'

export const looksTexts = /* @__PURE__ */ defineMessages({
  title: ['谁看过我', 'Who looked at me'],
  hint: [
    '每次有人看您的资料，这里都会记一条：哪个单位、为了什么、看了什么。',
    'Every look at your data is noted here: which office, what for, what.',
  ],
  count: ['近 30 天：{looks} 次，{organs} 个单位', 'In 30 days: {looks} looks, {organs} offices'],
  none: ['还没有人看过您的资料。', 'Nobody has looked at your data.'],
  why: ['为了', 'For'],
  basis: ['依据', 'Basis'],
  case: ['看是哪件事', 'Open the report'],
  unknown: ['平台', 'The platform'],
  yourself: ['您自己', 'Yourself'],
  report: ['看了您报的事', 'your report'],
  contact: ['看了您的姓名和电话', 'your name and phone'],
  person: ['看了您的登记资料', 'your entry'],
  other: ['看了您的资料', 'your data'],
  purposes: ['为什么可以看：全部用途', 'Why they may: all purposes'],
})

export const purposeTexts = /* @__PURE__ */ defineMessages({
  title: ['资料用在哪里', 'What data are used for'],
  hint: [
    '只有这些用途可以处理您的资料，每一项都有法律依据和保存期限。',
    'Your data are processed for these purposes only, each with its lawful basis and retention.',
  ],
  basis: ['依据', 'Basis'],
  law: ['条文', 'Article'],
  keep: ['保存', 'Kept'],
  years: ['{count} 年', '{count} years'],
  months: ['{count} 个月', '{count} months'],
  days: ['{count} 天', '{count} days'],
  consent: ['您的同意', 'your consent'],
  contract: ['合同所需', 'a contract'],
  statutory_duty: ['法定职责', 'statutory duty'],
  public_health: ['公共卫生', 'public health'],
  news_supervision: ['新闻监督', 'news and supervision'],
  already_public: ['已经公开', 'already public'],
  other_law: ['其他法律规定', 'other law'],
  give: ['同意', 'Consent'],
  withdraw: ['收回同意', 'Withdraw consent'],
  given: ['您已同意（{when}）', 'You consented ({when})'],
  notGiven: ['您没有同意，我们就不用', 'Not used without your consent'],
  gave: ['已记下您的同意', 'Your consent is noted'],
  took: ['已收回，不再使用', 'Withdrawn, no longer used'],
  signIn: ['登录后可以同意或收回。', 'Sign in to consent or withdraw.'],
})
