/** {place} 柯城区, {short} 柯城. One name for the city and one for a county; a district often has a branch of the city's organ. */
type OrganName = { city: string; county: string; district?: string }

const bureau = (name: string): OrganName => ({ city: `{place}${name}`, county: `{place}${name}` })

export const ORGAN_NAMES: Record<string, OrganName> = {
  housing: bureau('住房和城乡建设局'),
  water: bureau('水利局'),
  urban: bureau('综合行政执法局'),
  ecology: { city: '{place}生态环境局', county: '衢州市生态环境局{short}分局' },
  safety: bureau('应急管理局'),
  fire: { city: '{place}消防救援支队', county: '{place}消防救援大队' },
  police: { city: '{place}公安局', county: '{place}公安局', district: '衢州市公安局{short}分局' },
  justice: bureau('司法局'),
  civil: bureau('民政局'),
  health: { city: '{place}卫生健康委员会', county: '{place}卫生健康局' },
  agri: bureau('农业农村局'),
  transport: bureau('交通运输局'),
  market: bureau('市场监督管理局'),
  labour: bureau('人力资源和社会保障局'),
  resources: {
    city: '{place}自然资源和规划局',
    county: '{place}自然资源和规划局',
    district: '衢州市自然资源和规划局{short}分局',
  },
  education: bureau('教育局'),
  culture: bureau('文化广电旅游体育局'),
  veterans: bureau('退役军人事务局'),
  medicare: { city: '{place}医疗保障局', county: '衢州市医疗保障局{short}分局' },
  enterprise: bureau('经济和信息化局'),
  data: bureau('数据局'),
  discipline: bureau('纪委监委'),
  petition: bureau('信访局'),
  disabled: bureau('残疾人联合会'),
  power: { city: '{short}供电公司', county: '{short}供电公司' },
  telecom: { city: '{short}通信保障中心', county: '{short}通信保障中心' },
  watersupply: { city: '{short}水务集团有限公司', county: '{short}水务有限公司' },
}

/** Organs without a department line: routing never leads to them. */
export const COMMAND = { zh: '{place}基层治理综合指挥中心', en: '{place} Command Centre' }
export const ROOM = { zh: '{place}综合信息指挥室', en: '{place} Command Room' }
export const HOTLINE = { zh: '{place}12345政务服务便民热线中心', en: '{place} 12345 Hotline Centre' }
export const CITY_ONLY = [
  { key: 'audit', zh: '{place}审计局', en: '{place} Audit Bureau' },
  { key: 'society', zh: '{place}社会工作部', en: '{place} Department of Society' },
  { key: 'law', zh: '{place}政法委员会', en: '{place} Political and Legal Affairs Commission' },
] as const
