import { defineMessages } from '#kernel/messages.ts'

/** Directed checks: whom a list may be about, what was found, why a line was not taken. */
export const checkWords = /* @__PURE__ */ defineMessages({
  infection: ['传染病', 'Infection'],
  hazard: ['险情', 'Hazard'],
  tested_positive: ['检测阳性', 'Tested positive'],
  close_contact: ['密切接触', 'Close contact'],
  shared_space: ['同时段同空间', 'Same place and hour'],
  came_from_area: ['从涉疫地区来', 'Came from an affected area'],
  lives_in_zone: ['住在险区', 'Lives in the zone'],
  unsafe_house: ['房屋有危险', 'House unsafe'],
  needs_carrying: ['行动不便要人帮', 'Cannot leave unaided'],
  open: ['未上门', 'Not yet'],
  found: ['已核实', 'Confirmed'],
  nobody: ['家中无人', 'Nobody home'],
  elsewhere: ['不在此处', 'Not here'],
  mistaken: ['名单有误', 'By mistake'],
  refused: ['不愿配合', 'Refuses'],
  reason: ['原因', 'Reason'],
  evidence: ['依据', 'Rests on'],
  source: ['来源', 'Source'],
  sourceOf: ['{source}，{number}', '{source}, {number}'],
  purpose: ['用途', 'Purpose'],
  basis: ['法律依据', 'Legal basis'],
  dies: ['{when} 到期，名单自动销毁', 'Destroyed on {when}'],
  dispute: ['本人提出有误：{text}', 'The person says: {text}'],
  remark: ['说明', 'Remark'],
})
