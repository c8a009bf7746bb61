import type { AnswerState, NEEDS } from '#modules/orders/contract-answers.ts'
import type { Audience } from '#modules/orders/contract.ts'
import { cast, STAGE } from './cast.ts'

type Kind = 'task' | 'notice' | 'check' | 'collection'
type Word = {
  state: AnswerState
  /** So many in a hundred of those addressed. */
  share: number
  notes?: readonly string[]
  need?: (typeof NEEDS)[number]
}
export type OrderStory = {
  key: string
  by: string
  /** Hours ago that it was issued, and hours from now that it is due. */
  ago: number
  due: number
  kind: Kind
  title: string
  text: string
  purpose: string
  basis: string
  doneWhen: string
  act?: 'do' | 'check' | 'visit' | 'report' | 'collect'
  evidence?: 'none' | 'text' | 'number'
  subject?: string
  minutes: number
  red?: boolean
  audience: Partial<Audience> & Pick<Audience, 'within'>
  answers?: readonly Word[]
  /** Posts of these people say nothing of themselves: the screens show what waits for them. */
  silent?: readonly string[]
  ends?: 'draft' | 'withdraw' | 'close' | 'amend'
  why?: string
  amended?: { text: string; doneWhen: string }
}

const me = cast.yuXuewen.id

/** Nobody of these exists, and nothing of it was ever ordered; but so they read. */
export const ORDER_STORIES: readonly OrderStory[] = [
  {
    key: 'closed',
    by: cast.huWeiping.id,
    ago: 20,
    due: 3,
    kind: 'notice',
    title: '自来水主管检修，今晚七点到十点停水',
    text: '沟溪乡集镇和余东、余西两村今晚七点到十点停水，请各网格转告到户，提醒有老人、病人的家庭提前存水。',
    purpose: 'household_service',
    basis: '《浙江省社会治理条例》',
    doneWhen: '本格住户都已知道停水时间',
    minutes: 3,
    audience: { within: [STAGE.township], roles: ['grid_worker', 'village_cadre'], levels: ['grid'] },
    answers: [{ state: 'done', share: 96 }],
    ends: 'close',
  },
  {
    key: 'training',
    by: cast.huWeiping.id,
    ago: 9,
    due: 30,
    kind: 'notice',
    title: '全体网格员明早到乡政府集中培训',
    text: '明早八点半在乡政府三楼会议室培训手机办件，请全体网格员参加。',
    purpose: 'staff_directory',
    basis: '乡党委会议决定',
    doneWhen: '到会签到',
    minutes: 20,
    audience: { within: [STAGE.township], roles: ['grid_worker'] },
    answers: [{ state: 'received', share: 40 }],
    ends: 'withdraw',
    why: '明天是周二无会日，培训改为各村微视频自学。',
  },
  {
    key: 'elders',
    by: cast.huWeiping.id,
    ago: 5,
    due: 26,
    kind: 'task',
    title: '独居老人家用火用电上门看一遍',
    text: '这两天降温，用电热毯、火盆取暖的老人多。请每位网格员把本格独居老人家走一遍。\n看三样：电线有没有老化，火盆旁有没有易燃的东西，煤气阀门关没关好。\n当场能改的当场改；改不了的作为事件上报。',
    purpose: 'household_service',
    basis: '《浙江省社会治理条例》',
    doneWhen: '本格每户独居老人家都到过，答复里写到过几户',
    act: 'visit',
    evidence: 'number',
    subject: '10-01',
    minutes: 60,
    audience: { within: [STAGE.township], roles: ['grid_worker', 'village_cadre'], levels: ['grid'] },
    answers: [
      { state: 'done', share: 34 },
      { state: 'understood', share: 24 },
      { state: 'received', share: 14 },
      {
        state: 'blocked',
        share: 7,
        need: 'people',
        notes: ['两个格只有我一个人，今天走不完', '要请村电工一起去看线路'],
      },
      { state: 'impossible', share: 3, notes: ['老人这周被儿子接去杭州了，家里没人'] },
    ],
    silent: [me, cast.yuXiaoqing.id],
  },
  {
    key: 'forest',
    by: cast.chenLixin.id,
    ago: 3,
    due: 6,
    kind: 'check',
    title: '冬季森林防火巡查',
    text: '连续十二天没有下雨，火险等级升高。请各村今天把进山路口、坟山、田边走一遍。\n发现野外用火当场制止，有烟的地方马上报。\n进山路口要有人值守到晚上六点。',
    purpose: 'disaster_ready',
    basis: '《森林防火条例》第二十三条',
    doneWhen: '每个进山路口都看过，答复里写一句看到什么',
    act: 'check',
    evidence: 'text',
    subject: '02-11',
    minutes: 40,
    audience: { within: [STAGE.township, '330802212', '330802213'], roles: ['village_cadre', 'grid_worker'] },
    answers: [
      {
        state: 'done',
        share: 30,
        notes: ['三个路口都看过，没有野外用火', '坟山有人烧纸，已劝灭，留了人看着', '路口值守到位'],
      },
      { state: 'understood', share: 22 },
      { state: 'received', share: 16 },
      { state: 'blocked', share: 5, need: 'vehicle', notes: ['山路塌了一段，摩托车上不去'] },
      { state: 'impossible', share: 2, notes: ['本格没有山林'] },
    ],
    silent: [me],
    ends: 'amend',
    why: '气象台把火险等级升到四级，值守时间延长。',
    amended: {
      text: '连续十二天没有下雨，火险等级升到四级。请各村今天把进山路口、坟山、田边走一遍。\n发现野外用火当场制止，有烟的地方马上报。\n进山路口要有人值守到晚上八点，夜里安排一次巡查。',
      doneWhen: '每个进山路口都看过，夜里巡查一次，答复里写一句看到什么',
    },
  },
  {
    key: 'ponds',
    by: cast.jiangHaibo.id,
    ago: 4,
    due: 50,
    kind: 'check',
    title: '山塘水库冬季安全检查',
    text: '请各村主要负责人对照清单看一遍山塘水库：坝体有没有渗水、裂缝，溢洪道有没有堵，护栏和警示牌在不在。',
    purpose: 'public_facility',
    basis: '《安全生产法》第六十五条',
    doneWhen: '每座山塘都看过，问题作为事件上报',
    act: 'check',
    subject: '02-07',
    minutes: 30,
    audience: { within: [STAGE.township], roles: ['village_cadre'], levels: ['village'] },
    answers: [
      { state: 'done', share: 20 },
      { state: 'understood', share: 40 },
      { state: 'blocked', share: 20, need: 'information', notes: ['清单里两座山塘已经填平了，请核对'] },
    ],
  },
  {
    key: 'cold',
    by: cast.zhuGuoliang.id,
    ago: 1.4,
    due: 1.6,
    kind: 'notice',
    title: '强冷空气今夜到，各级值班到位',
    text: '市气象台发布寒潮蓝色预警。请各县指挥中心、乡镇指挥室今晚双人值班，手机保持畅通，道路结冰、停水停电、有人被困的第一时间报。',
    purpose: 'disaster_ready',
    basis: '《突发事件应对法》第四十五条',
    doneWhen: '值班表已报，带班领导到岗',
    act: 'report',
    minutes: 5,
    red: false,
    audience: { within: [STAGE.county], roles: ['county_command', 'township_room'] },
    answers: [
      { state: 'done', share: 46 },
      { state: 'understood', share: 22 },
      { state: 'received', share: 12 },
    ],
    silent: [cast.huWeiping.id],
  },
  {
    key: 'houses',
    by: cast.zhengMingyuan.id,
    ago: 0.5,
    due: 26,
    kind: 'collection',
    title: '农村自建房安全隐患再排查',
    text: '对三层以上、有人居住和经营的自建房再看一遍，有裂缝、倾斜、擅自加层的拍照上报。',
    purpose: 'household_service',
    basis: '《安全生产法》第六十五条',
    doneWhen: '清单上的自建房都看过，答复里写看过几幢',
    act: 'check',
    evidence: 'number',
    minutes: 110,
    audience: { within: [STAGE.township], roles: ['grid_worker', 'village_cadre'], levels: ['grid'] },
  },
  {
    key: 'fire',
    by: cast.chenLixin.id,
    ago: 0.2,
    due: 26,
    kind: 'task',
    title: '老年人家庭取暖安全走访',
    text: '请网格员本周走访独居老人，提醒取暖用火用电安全，教会关煤气阀。',
    purpose: 'household_service',
    basis: '《浙江省社会治理条例》',
    doneWhen: '本格独居老人家都走到',
    act: 'visit',
    subject: '10-01',
    minutes: 45,
    audience: { within: [STAGE.township, '330802212'], roles: ['grid_worker'] },
    ends: 'draft',
  },
]

/** Hours from now; `lifted`: how many hours ago it was. */
export const WARNING_STORIES = [
  {
    key: 'cold',
    by: cast.zhuGuoliang.id,
    hazard: 'cold',
    grade: 'IV',
    from: -2,
    until: 40,
    area: [STAGE.city],
    matter: '受强冷空气影响，预计今夜到后天，全市日平均气温下降8到10度，山区最低气温零下3度，有霜冻和道路结冰。',
    measures:
      '老人、小孩注意保暖，用炭火和煤气取暖要开窗通风。\n水管、水表请包好。\n山区道路可能结冰，没有急事不要开车上山。\n大棚、果树请盖膜防冻。',
  },
  {
    key: 'forest',
    by: cast.chenLixin.id,
    hazard: 'forest_fire',
    grade: 'II',
    from: -3,
    until: 60,
    area: [STAGE.county],
    matter: '连续十二天无有效降水，空气干燥，森林火险气象等级四级，林区高度危险，极易发生火灾。',
    measures:
      '不要带火种进山，不要在山边烧田坎、烧草、上坟烧纸。\n发现山火马上打 12119 或 119，往逆风方向走，不要自己去扑。',
  },
  {
    key: 'rain',
    by: cast.huWeiping.id,
    hazard: 'rainstorm',
    grade: 'III',
    from: -30,
    until: 4,
    area: [STAGE.township],
    matter: '预计未来六小时沟溪乡有50毫米以上降雨，小流域有山洪风险。',
    measures: '住在溪边、山脚的请听村里通知，随时准备转移；不要过漫水桥。',
    lifted: '雨已经停了，水位回落。',
  },
] as const
