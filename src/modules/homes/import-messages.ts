import { defineMessages } from '#kernel/messages.ts'
import type { OUTCOMES } from './contract-import.ts'
import type { Key } from './import/keys.ts'
import type { Relation, Residence } from './contract.ts'

/** Words of imports and exports, on screens and in the files that leave. */
export const importWords = /* @__PURE__ */ defineMessages({
  key_name: ['姓名', 'Name'],
  key_sex: ['性别', 'Sex'],
  key_born: ['出生日期', 'Born'],
  key_kind: ['证件类型', 'Kind of document'],
  key_number: ['证件号码', 'Document number'],
  key_phone: ['联系电话', 'Phone'],
  key_grid: ['网格', 'Grid'],
  key_address: ['住址', 'Address'],
  key_door: ['门牌', 'Door'],
  key_household: ['户号', 'Household'],
  key_relation: ['与户主关系', 'Relation to head'],
  key_residence: ['居住方式', 'Residence'],
  key_since: ['入住日期', 'Since'],
  outcome_new: ['新增', 'New'],
  outcome_known: ['已登记，不改动', 'Known, left alone'],
  outcome_double: ['表内重复，跳过', 'Twice in the list, skipped'],
  outcome_fault: ['有错，不导入', 'Faulty, not imported'],
  written: ['已导入', 'Imported'],
  line: ['行号', 'Row'],
  column: ['列', 'Column'],
  value: ['原值（已遮盖）', 'Value (masked)'],
  outcome: ['处理', 'What happens'],
  said: ['说明', 'Why'],
  said_missing: ['不能为空', 'must not be empty'],
  said_lost_digits: [
    '号码被 Excel 当成数字，后几位已经丢失（如 3.30802E+17）。请把这一列设成“文本”格式后重新填写',
    'Excel took it for a number and lost its last digits (such as 3.30802E+17). Format the column as text and type it again',
  ],
  said_checksum: ['校验码不对，请核对证件', 'the check character is wrong; look at the document'],
  said_no_day: ['不是一个日期', 'is no day'],
  said_in_the_future: ['日期还没有到', 'lies in the future'],
  said_no_phone: ['不是电话号码', 'is no phone number'],
  said_too_long: ['太长', 'is too long'],
  said_unknown_grid: ['这里没有这个网格', 'there is no such grid here'],
  said_grid_missing: [
    '没有写网格；也可以在上一步选一个默认网格',
    'no grid given; a grid for such rows can be chosen in the step before',
  ],
  said_address_missing: ['没有住址', 'no address'],
  said_two_addresses: ['同一户号有两个住址', 'one household number with two addresses'],
  said_two_heads: ['这一户已经有户主', 'the household has its head already'],
  said_twice_in_file: ['和另一行是同一个人', 'is the person of another row'],
  said_upgraded: ['15 位号码已升为 18 位', 'fifteen digits became eighteen'],
  said_only_month: ['只有年月，不编造日子；出生日期留空或取自证件号码', 'only year and month; no day is made up'],
  said_lunar: ['农历日期不换算；出生日期留空或取自证件号码', 'a lunar date is not converted'],
  said_not_the_number: ['和证件号码里的生日不同，以证件为准', 'differs from the number, which counts'],
  said_first_of_several: ['有几个号码，取第一个', 'several numbers; the first is taken'],
  said_unknown_sex: ['看不懂，留空', 'not understood, left empty'],
  said_unknown_relation: ['看不懂，记为“关系不明”', 'not understood, taken as unknown'],
  said_unknown_residence: ['看不懂，按“自住”记', 'not understood, taken as own home'],
  said_no_head: ['这一户没有户主，可以以后再定', 'the household has no head yet'],
  said_number_of_another: [
    '另有一人登记了同一个号码。两人都保留，请核对',
    'somebody else has this number. Both are kept; please look into it',
  ],
  seeLine: ['见第 {line} 行', 'see row {line}'],
  sex_female: ['女', 'Female'],
  sex_male: ['男', 'Male'],
  age: ['年龄', 'Age'],
  relation_head: ['户主', 'Head'],
  relation_spouse: ['配偶', 'Spouse'],
  relation_child: ['子女', 'Child'],
  relation_child_in_law: ['儿媳或女婿', 'Child-in-law'],
  relation_grandchild: ['孙辈', 'Grandchild'],
  relation_parent: ['父母', 'Parent'],
  relation_parent_in_law: ['配偶的父母', 'Parent-in-law'],
  relation_grandparent: ['祖父母', 'Grandparent'],
  relation_sibling: ['兄弟姐妹', 'Sibling'],
  relation_other_kin: ['其他亲属', 'Other kin'],
  relation_lodger: ['租客', 'Lodger'],
  relation_worker: ['雇工', 'Worker'],
  relation_unknown: ['关系不明', 'Unknown'],
  residence_own: ['自住', 'Own home'],
  residence_rent: ['租住', 'Renting'],
  residence_lodge: ['借住', 'Lodging'],
  residence_away: ['外出', 'Away'],
  reportName: ['导入报告-{name}', 'Import report - {name}'],
  templateName: ['人口导入模板', 'Import template'],
  exportName: ['{place}-人员名单-{day}', '{place} - residents - {day}'],
})

const words: Record<string, unknown> = importWords
const named = (word: string): string => {
  const found = words[word]
  return typeof found === 'function' ? (found as () => string)() : word
}
export const keyWord = (key: Key): string => importWords[`key_${key}`]()
export const outcomeWord = (outcome: (typeof OUTCOMES)[number]): string => importWords[`outcome_${outcome}`]()
/** Contracts carry it as text, since a list of faults grows; a test looks that each has its words. */
export const saidWord = (said: string): string => named(`said_${said}`)
export const relationWord = (relation: Relation): string => importWords[`relation_${relation}`]()
export const residenceWord = (residence: Residence): string => importWords[`residence_${residence}`]()
