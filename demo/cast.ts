import { idNumber, phone } from './identifiers.ts'
import { FIRST_DAY } from './random.ts'
import type { DemoOrgan, DemoPerson, DemoPost, DemoRole, Names } from './records.ts'

/**
 * The cast: the same people in tests, demo and drills. The stage is 余东村 (柯城区 沟溪乡), mostly its 2nd grid. The village is
 * real, every person in it is made up. A test that needs a worker, a stranger or an auditor takes one from here.
 */
export const DEMO_PASSWORD = 'quzhou-demo-1'

export const STAGE = {
  city: '3308',
  county: '330802',
  township: '330802211',
  village: '330802211209',
  grid: '330802211209002',
  otherGrid: '330802211209001',
} as const
/** A grid of another county, for those who must see nothing of the stage. */
export const ELSEWHERE = {
  county: '330881',
  township: '330881121',
  village: '330881121228',
  grid: '330881121228001',
} as const

/** `office` is a department line, or what stands beside the lines. */
type CastPost = { role: DemoRole; title: string; place: string; office?: string }
export type CastMember = {
  id: string
  name: string
  login: string | null
  phone: string
  idNumber: string | null
  home: string | null
  about: Names
  posts: CastPost[]
}

let count = 0
const staff = (name: string, login: string, about: Names, ...posts: CastPost[]): CastMember => ({
  id: castId('8000', ++count),
  name,
  login,
  phone: phone(count),
  idNumber: null,
  home: null,
  about,
  posts,
})

type Resident = { name: string; born: string; sex: 'female' | 'male'; home: string; about: Names }
const resident = ({ name, born, sex, home, about }: Resident): CastMember => ({
  id: castId('8000', ++count),
  name,
  login: null,
  phone: phone(count),
  idNumber: idNumber(home.slice(0, 6), born, sex),
  home,
  about,
  posts: [],
})

const officer = (title: string, office: string): CastPost => ({
  role: 'department_officer',
  title,
  place: STAGE.county,
  office,
})

export const cast = {
  yuXuewen: staff(
    '余学文',
    'yuxuewen',
    { zh: '余东村第2网格专职网格员', en: 'Full-time worker of the 2nd grid of Yudong' },
    { role: 'grid_worker', title: '专职网格员', place: STAGE.grid },
  ),
  yuXiaoqing: staff(
    '余小青',
    'yuxiaoqing',
    { zh: '余东村第1网格网格长,联系郑奶奶家', en: 'Head of the 1st grid of Yudong, looks after Granny Zheng' },
    { role: 'grid_worker', title: '网格长', place: STAGE.otherGrid },
  ),
  yuGuorong: staff(
    '余国荣',
    'yuguorong',
    { zh: '余东村党支部书记', en: 'Party branch secretary of Yudong' },
    { role: 'village_cadre', title: '村党支部书记', place: STAGE.village },
  ),
  huWeiping: staff(
    '胡卫平',
    'huweiping',
    { zh: '沟溪乡综合信息指挥室主任', en: 'Head of the command room of Gouxi Township' },
    { role: 'township_room', title: '综合信息指挥室 主任', place: STAGE.township, office: 'room' },
  ),
  fangXiaoyan: staff(
    '方晓燕',
    'fangxiaoyan',
    { zh: '沟溪乡指挥室值班,周末兼华墅乡', en: 'On duty in the command room of Gouxi, at weekends also of Huashu' },
    { role: 'township_room', title: '综合信息指挥室 值班', place: STAGE.township, office: 'room' },
    { role: 'township_room', title: '综合信息指挥室 值班', place: '330802212', office: 'room' },
  ),
  chenLixin: staff(
    '陈立新',
    'chenlixin',
    { zh: '柯城区指挥中心主任', en: 'Head of the Kecheng command centre' },
    { role: 'county_command', title: '指挥中心 主任', place: STAGE.county, office: 'command' },
  ),
  maoXuefen: staff(
    '毛雪芬',
    'maoxuefen',
    { zh: '柯城区指挥中心值班长', en: 'Shift leader of the Kecheng command centre' },
    { role: 'county_command', title: '指挥中心 值班长', place: STAGE.county, office: 'command' },
  ),
  zhengMingyuan: staff(
    '郑明远',
    'zhengmingyuan',
    { zh: '柯城区住建局经办人', en: 'Officer of housing and construction, Kecheng' },
    officer('经办人', 'housing'),
  ),
  wuJianhua: staff(
    '吴建华',
    'wujianhua',
    { zh: '柯城供电公司抢修班长', en: 'Repair team leader of Kecheng power supply' },
    officer('抢修班长', 'power'),
  ),
  jiangHaibo: staff(
    '姜海波',
    'jianghaibo',
    { zh: '柯城区水利局经办人', en: 'Officer of water resources, Kecheng' },
    officer('经办人', 'water'),
  ),
  xuZhigang: staff(
    '徐志刚',
    'xuzhigang',
    { zh: '柯城区综合行政执法局中队长', en: 'Squad leader of urban management, Kecheng' },
    officer('中队长', 'urban'),
  ),
  wangHuimin: staff(
    '汪慧敏',
    'wanghuimin',
    { zh: '柯城区农业农村局宅基地管理', en: 'Homestead officer of agriculture and rural affairs, Kecheng' },
    officer('宅基地管理', 'agri'),
  ),
  zhuGuoliang: staff(
    '祝国梁',
    'zhuguoliang',
    { zh: '衢州市指挥中心主任', en: 'Head of the city command centre' },
    { role: 'city_command', title: '指挥中心 主任', place: STAGE.city, office: 'command' },
  ),
  jiangTing: staff(
    '姜婷',
    'jiangting',
    { zh: '12345热线话务员', en: 'Operator of the 12345 hotline' },
    { role: 'operator', title: '话务员', place: STAGE.city, office: 'hotline' },
  ),
  yeWenjing: staff(
    '叶文静',
    'yewenjing',
    { zh: '审计管理员，能看一切记录，不能办件', en: 'Auditor: sees every record, handles nothing' },
    { role: 'auditor', title: '审计管理员', place: STAGE.city, office: 'audit' },
  ),
  wuKai: staff(
    '吴凯',
    'wukai',
    { zh: '系统管理员', en: 'System administrator' },
    { role: 'system_admin', title: '系统管理员', place: STAGE.city, office: 'data' },
  ),
  zhengLan: staff(
    '郑岚',
    'zhenglan',
    { zh: '安全管理员', en: 'Security administrator' },
    { role: 'security_admin', title: '安全管理员', place: STAGE.city, office: 'data' },
  ),
  zhouChunxian: staff(
    '周春仙',
    'zhouchunxian',
    {
      zh: '江山市贺村第1网格网格员:外县人,看不到余东的事',
      en: 'Grid worker in another county: must see nothing of Yudong',
    },
    { role: 'grid_worker', title: '专职网格员', place: ELSEWHERE.grid },
  ),
  zhuJianjun: staff(
    '祝建军',
    'zhujianjun',
    { zh: '江山市指挥中心主任:外县指挥', en: 'Head of the Jiangshan command centre: another county' },
    { role: 'county_command', title: '指挥中心 主任', place: ELSEWHERE.county, office: 'command' },
  ),
  zhengGuixiang: resident({
    name: '郑桂香',
    born: '1941-03-08',
    sex: 'female',
    home: STAGE.grid,
    about: { zh: '郑奶奶,独居,不用智能手机', en: 'Granny Zheng, lives alone, has no smartphone' },
  }),
  wangJianping: resident({
    name: '汪建平',
    born: '1975-10-02',
    sex: 'male',
    home: STAGE.grid,
    about: { zh: '村民,上报村口3号路灯', en: 'Villager who reports street lamp no. 3' },
  }),
  yuWeidong: resident({
    name: '余卫东',
    born: '1968-05-21',
    sex: 'male',
    home: STAGE.grid,
    about: { zh: '村民,与汪家有宅基地边界纠纷', en: 'Villager, at odds with the Wangs about a boundary' },
  }),
  xuLihua: resident({
    name: '徐丽华',
    born: '1983-12-15',
    sex: 'female',
    home: '330881121228002',
    about: { zh: '江山市贺村居民:外人', en: 'Resident of another county: a stranger' },
  }),
} satisfies Record<string, CastMember>

/** The logins that `npm start` prints, in this order. */
export const SHOWN: readonly (keyof typeof cast)[] = [
  'wangJianping',
  'yuXuewen',
  'huWeiping',
  'wuJianhua',
  'chenLixin',
  'maoXuefen',
  'zhuGuoliang',
  'jiangTing',
  'yeWenjing',
  'wuKai',
]

export const castPeople = (): DemoPerson[] =>
  Object.values(cast).map(({ id, name, login, phone, idNumber, home }) => ({ id, name, login, phone, idNumber, home }))

export function castPosts(organAt: (place: string, office: string) => DemoOrgan): DemoPost[] {
  let number = 0
  return Object.values(cast).flatMap(({ id: person, posts }) =>
    posts.map(({ role, title, place, office }) => ({
      id: castId('8001', ++number),
      person,
      role,
      title,
      place,
      from: FIRST_DAY,
      organ: office ? organAt(place, office).id : null,
    })),
  )
}

/** Fixed for ever: they stand in links, screenshots and drill scripts. The time is FIRST_DAY. */
function castId(series: '8000' | '8001', number: number): string {
  return `019b7523-3400-7ca5-${series}-${String(number).padStart(12, '0')}`
}
