import { defineMessages } from '#kernel/messages.ts'

export const purposeTexts = /* @__PURE__ */ defineMessages({
  title: ['目的', 'Purposes'],
  lead: [
    '看个人资料，必须有一个目的。每次查看都写明目的，本人看得到。',
    'Personal data are read for a purpose only. Each read names it, and the person sees it.',
  ],
  table: ['处理个人资料的目的', 'Purposes of processing'],
  purpose: ['目的', 'Purpose'],
  what: ['看什么、做什么', 'What is read and what for'],
  basis: ['合法性基础', 'Lawful basis'],
  law: ['条款', 'Article'],
  keep: ['保存多久', 'Kept'],
  none: ['还没有登记目的。', 'No purpose is registered.'],
  keep_days: ['{n} 天', '{n} days'],
  keep_months: ['{n} 个月', '{n} months'],
  keep_years: ['{n} 年', '{n} years'],
  basis_consent: ['本人同意', 'Consent'],
  basis_contract: ['履行合同', 'Contract'],
  basis_statutory_duty: ['法定职责', 'Statutory duty'],
  basis_public_health: ['公共卫生或紧急情况', 'Public health or urgent need'],
  basis_news_supervision: ['新闻监督', 'News and supervision'],
  basis_already_public: ['已经公开', 'Already public'],
  basis_other_law: ['其他法律规定', 'Other law'],
})

/** '3 years' in the reader's language; anything else as it is written. */
export function keepText(keep: string): string {
  const [, n, unit] = /^(\d+) (days|months|years)$/.exec(keep) ?? []
  const known = (['days', 'months', 'years'] as const).find((each) => each === unit)
  return n && known ? purposeTexts[`keep_${known}`]({ n }) : keep
}
