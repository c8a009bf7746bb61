/** What a row may say: who, how to reach them, where they live, in which household. */
export const KEYS = [
  'name',
  'sex',
  'born',
  'kind',
  'number',
  'phone',
  'grid',
  'address',
  'door',
  'household',
  'relation',
  'residence',
  'since',
] as const
export type Key = (typeof KEYS)[number]

/** How heads of columns are called in lists of villages; compared without blanks, brackets and stars. */
const SYNONYMS: Record<Key, string> = {
  name: '姓名 名字 成员姓名 人员姓名 居民姓名 户籍人员姓名 name 家庭成员 家庭成员姓名 村民姓名',
  sex: '性别 sex gender',
  born: '出生日期 出生年月日 出生年月 出生 生日 出生时间 birthday born 出生日',
  kind: '证件类型 证件种类 证照类型 证件名称',
  number:
    '身份证号 身份证号码 身份证 公民身份号码 公民身份证号码 证件号码 证件号 居民身份证号 idnumber 身份号码 证件编号',
  phone: '手机 手机号 手机号码 电话 联系电话 联系方式 电话号码 移动电话 本人电话 phone',
  grid: '网格 所属网格 网格名称 网格编码 网格编号 所在网格 网格代码',
  address: '住址 地址 家庭住址 现住址 居住地址 房屋地址 详细地址 户籍地址 家庭地址 现居住地址 address 自然村 房屋坐落',
  door: '门牌 门牌号 房号 室号 门牌号码 房间号 室 单元室号',
  household: '户号 户编号 户籍编号 家庭编号 户口编号 户口簿号 户口本号 户序号 户籍号 户主姓名 户主',
  relation: '与户主关系 关系 家庭关系 和户主关系 与户主的关系 户主关系',
  residence: '居住方式 居住类型 居住情况 居住状态 居住性质 住房性质 是否租住 人户状态',
  since: '入住日期 入住时间 迁入日期 迁入时间 居住起始日期 起始日期 来本地日期 居住开始日期',
}

const bare = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[（(【[].*?[）)】\]]/g, '')
    .replaceAll(/[\s*:_.-]|必填|选填/g, '')

const known = new Map<string, Key>(
  KEYS.flatMap((key) => SYNONYMS[key].split(' ').map((name): [string, Key] => [bare(name), key])),
)

export const keyOfHeader = (header: string): Key | null => known.get(bare(header)) ?? null

export type Column = { at: number; header: string; key: Key | null }

/** Each key once: the first column of that name. */
export function proposed(headers: readonly string[]): Column[] {
  const taken = new Set<Key>()
  return headers.map((header, at) => {
    const key = keyOfHeader(header)
    if (!key || taken.has(key)) return { at, header, key: null }
    taken.add(key)
    return { at, header, key }
  })
}
