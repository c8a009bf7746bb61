import { defineMessages } from '#kernel/messages.ts'
import type { CallError } from '#ui/call.ts'
import { refusalText } from '#ui/console/messages.ts'

export const importTexts = /* @__PURE__ */ defineMessages({
  title: ['导入与导出', 'Lists'],
  newList: ['导入一张表', 'Import a list'],
  lead: [
    '一行一个人。先试运行，逐行看清楚再导入；试运行不写入任何人的资料。',
    'One row, one person. A dry run comes first and shows every row; it writes nothing about anybody.',
  ],
  place: ['导入到哪里', 'Into which place'],
  choose: ['选文件', 'Choose a file'],
  drop: ['把文件拖到这里，或者点“选文件”', 'Drop the file here, or choose one'],
  kinds: [
    'Excel（.xlsx）或 CSV（UTF-8、GB18030 都可以），最大 10 MB、2 万行',
    'Excel (.xlsx) or CSV (UTF-8 or GB18030), up to 10 MB and 20,000 rows',
  ],
  template: ['下载空表模板', 'Download an empty list'],
  neverNote: [
    '宗教信仰、血型、政治面貌等不许收集的列不会读取，也不会保存。',
    'Columns that may never be collected, such as religion or blood type, are neither read nor kept.',
  ],
  taking: ['正在上传并检查…', 'Sending and checking…'],
  lists: ['导入过的表', 'Lists'],
  none: ['还没有导入过。', 'No list yet.'],
  file: ['文件', 'File'],
  where: ['区划', 'Place'],
  rows: ['行数', 'Rows'],
  state: ['状态', 'State'],
  when: ['时间', 'When'],
  state_taken: ['已上传', 'Sent'],
  state_checked: ['已试运行', 'Checked'],
  state_written: ['已导入', 'Imported'],
  state_dropped: ['已放弃', 'Dropped'],
  export: ['导出名单', 'Export residents'],
  exportLead: [
    '只能导出本村社或网格的名单，号码只显示一部分。名单里的每个人都会看到是谁、为什么导出。',
    'Of a village or grid only; numbers show in part. Everybody in the list sees who exported it and why.',
  ],
  exportPlace: ['村社或网格', 'Village or grid'],
  format: ['格式', 'Format'],
  reason: ['用途', 'What for'],
  reasonHint: ['例如：入户走访前核对名单', 'Such as: checking the list before visits'],
  exported: ['已导出 {n} 人', '{n} people exported'],
  step1: ['上传', 'Send'],
  step2: ['对应列', 'Columns'],
  step3: ['试运行', 'Dry run'],
  step4: ['导入', 'Import'],
  steps: ['步骤', 'Steps'],
  columns: ['表里的列', 'Columns of the list'],
  columnsNote: ['不对的可以改', 'change what is wrong'],
  ignored: ['不读取', 'Not read'],
  refused: ['不许收集，未读取、未保存', 'Never collected: not read, not kept'],
  columnIs: ['“{header}”是', '“{header}” is'],
  grid: ['没写网格的行，放到', 'Rows without a grid go to'],
  noGrid: ['不指定', 'nowhere'],
  check: ['试运行', 'Dry run'],
  checkAgain: ['按新的对应再试一次', 'Run again with these columns'],
  report: ['逐行报告', 'Row by row'],
  reportNote: ['试运行没有写入任何资料', 'nothing was written'],
  show: ['显示', 'Show'],
  show_all: ['全部', 'All'],
  show_new: ['新增', 'New'],
  show_known: ['已登记', 'Known'],
  show_double: ['重复', 'Twice'],
  show_fault: ['有错', 'Faulty'],
  show_remarks: ['有提示', 'With notes'],
  line: ['行', 'Row'],
  person: ['姓名', 'Name'],
  outcome: ['怎么处理', 'What happens'],
  remarks: ['说明', 'Why'],
  noRows: ['没有这样的行。', 'No such rows.'],
  download: ['下载报告', 'Download the report'],
  commit: ['导入 {n} 人', 'Import {n} people'],
  commitChosen: ['只导入选中的 {n} 行', 'Import the {n} rows chosen'],
  commitLead: [
    '新增 {people} 人、{households} 户、{dwellings} 处房屋，一次写入；有错和重复的行不会导入。每个人的资料都会记上来自这张表。',
    '{people} people, {households} households and {dwellings} dwellings are written at once; faulty and double rows stay out. Everything names this list as its source.',
  ],
  commitLeadChosen: ['只写入选中的行里可以导入的。', 'Of the rows chosen, those that can be imported are written.'],
  day: ['这张表是哪一天的', 'The day of the list'],
  committed: ['已导入', 'Imported'],
  drop1: ['放弃这张表', 'Drop this list'],
  dropped: ['已放弃', 'Dropped'],
  summary: ['共 {rows} 行 · {format}', '{rows} rows · {format}'],
  writtenNote: ['已于 {at} 导入', 'Imported {at}'],
  goneNote: ['原表已过保存期，报告还在。', 'The list itself is gone by now; the report stays.'],
  newHomes: ['新增 {households} 户 · {dwellings} 处房屋', '{households} new households · {dwellings} new dwellings'],
  toSame: ['看看有没有疑似同一人', 'See who may be entered twice'],
  why_old_excel: [
    '这是旧版 Excel（.xls）。请在 Excel 里“另存为” .xlsx 再上传。',
    'This is an old Excel file (.xls). Save it as .xlsx and send it again.',
  ],
  why_damaged: ['文件损坏，打不开。请重新保存后再上传。', 'The file is damaged. Save it again and send it once more.'],
  why_encoding: [
    '文字编码认不出来。请另存为 UTF-8 的 CSV 或 .xlsx。',
    'The encoding is unknown. Save it as CSV in UTF-8 or as .xlsx.',
  ],
  why_empty: ['文件是空的。', 'The file is empty.'],
  why_not_a_table: ['这不是一张表格。', 'This is no table.'],
  why_no_header: [
    '没有找到表头。前 15 行里要有一行写着“姓名”和别的列名。',
    'No heads of columns found. One of the first 15 rows has to say 姓名 and others.',
  ],
  why_no_rows: ['表头下面没有内容。', 'Nothing stands below the heads.'],
  why_rows: ['超过 2 万行。请分成几张表。', 'More than 20,000 rows. Please divide the list.'],
  why_unpacked: ['文件解压后太大，不予读取。', 'The file unpacks to too much and is not read.'],
  why_size: ['文件超过 10 MB。请分成几张表。', 'More than 10 MB. Please divide the list.'],
})

/** A list is no photo: the reasons why one is not taken have words of their own. */
export function listRefusal(error: CallError): string {
  const why = typeof error.detail['why'] === 'string' ? error.detail['why'] : ''
  const words: Record<string, unknown> = importTexts
  const own = words[`why_${why}`]
  if (typeof own === 'function') return (own as () => string)()
  return error.code === 'too_large' ? importTexts.why_size() : refusalText(error)
}
