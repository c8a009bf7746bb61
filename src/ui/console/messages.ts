import { defineMessages } from '#kernel/messages.ts'
import type { CallError } from '#ui/call.ts'
import { refusalTexts } from '#kernel/refusal-messages.ts'

/** Words that every console screen uses. */
export const consoleTexts = /* @__PURE__ */ defineMessages({
  windowTitle: ['{title} · 掌上治理', '{title} · OpenPalm'],
  stale: ['下面是刚才的内容，没有刷新成功。', 'This is what was here before; it could not be refreshed.'],
  offline: [
    '连不上服务器。填写的内容还在本页，网络恢复后再点一次。',
    'The server cannot be reached. What you filled in is still on this page; try again.',
  ],
  keptFields: ['填写的内容还在。', 'What you filled in is kept.'],
  asTable: ['看表格', 'As a table'],
  asPicture: ['看图', 'As a picture'],
  all: ['全部', 'All'],
  none: ['无', 'none'],
  noLimit: ['没有在计时', 'no clock running'],
  of: ['{part} / {whole}', '{part} of {whole}'],
  selectAll: ['全选本页', 'Select all shown'],
  selectRow: ['选中 {name}', 'Select {name}'],
  more: ['再加载一些', 'Load more'],
  shownOf: ['已显示 {shown} / 共 {total}', '{shown} of {total} shown'],
  shownMore: ['已显示 {shown} 条，还有更多', '{shown} shown, there are more'],
  shownAll: ['共 {shown}', '{shown} in all'],
  close: ['关闭', 'Close'],
  cancel: ['取消', 'Cancel'],
  reason: ['理由', 'Reason'],
  required: ['必填', 'Required'],
  done: ['办好了', 'Done'],
  ofWorkHours: ['工作时间', 'work time'],
  spent: ['已用 {spent} / 限 {limit}', '{spent} of {limit} used'],
  lampStill: ['未计时', 'Not running'],
  lampGreen: ['正常', 'In time'],
  lampAmber: ['临期', 'Due soon'],
  lampRed: ['超时', 'Late'],
  lampDone: ['已停', 'Stopped'],
  hours: ['{h} 小时', '{h} h'],
  workDays: ['{d} 个工作日', '{d} working days'],
  minutes: ['{m} 分', '{m} min'],
  hoursMinutes: ['{h} 小时 {m} 分', '{h} h {m} min'],
  hour: ['{h} 时', '{h}:00'],
  addPhoto: ['添加照片', 'Add photos'],
})

/** On a desk nothing waits in a phone; all else is said alike everywhere. */
export const refusalText = (error: CallError): string =>
  error.code === 'offline' ? consoleTexts.offline() : refusalTexts[error.code]()
