import { defineMessages } from '#kernel/messages.ts'
import type { Certainty, EntrySource } from '../contract-entries.ts'

export const sourceTexts = /* @__PURE__ */ defineMessages({
  register: ['单位登记', 'entered by an office'],
  self: ['本人提供', 'said by the person'],
  report: ['上报时留下', 'left with a report'],
  visit: ['上门走访', 'on a visit'],
  import: ['表格导入', 'from a spreadsheet'],
  transfer: ['部门共享', 'shared by a department'],
  document: ['核对证件', 'from a document'],
  certain: ['确定', 'certain'],
  likely: ['大致', 'likely'],
  doubtful: ['存疑', 'doubtful'],
  none: ['没有来源记录。', 'No source is on record.'],
  list: ['来源', 'Sources'],
  source: ['资料来源', 'Source'],
  certainty: ['把握', 'Certainty'],
  saidOn: ['{day}', '{day}'],
})

export const sourceText = (source: EntrySource): string => sourceTexts[source]()
export const certaintyText = (certainty: Certainty): string => sourceTexts[certainty]()
