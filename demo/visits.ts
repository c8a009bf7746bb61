/** What was said at the doors of 余东村, as its people say it; all of it made up. `days` ago; the promise's day counts from now. */
export type ToldPromise = {
  text: string
  due: number
  state: 'open' | 'kept' | 'broken' | 'confirmed'
  reason?: string
}
export type Told = { days: number; outcome?: 'absent' | 'declined'; notes: string[]; promises?: ToldPromise[] }

export const TOLD: readonly Told[] = [
  {
    days: 2,
    notes: ['门口的水沟堵了，下大雨水就往屋里漫', '想问问老房子的危房鉴定怎么申请'],
    promises: [{ text: '请村里周五前把水沟疏通', due: 2, state: 'open' }],
  },
  {
    days: 5,
    notes: ['今年柑橘价钱低，想找个稳当的销路'],
    promises: [{ text: '把农业农村局电商培训的报名表带来', due: 1, state: 'open' }],
  },
  {
    days: 9,
    notes: ['儿子在杭州打工，老人一个人在家，医保卡丢了不会补'],
    promises: [{ text: '陪老人去补办医保卡', due: -1, state: 'open' }],
  },
  {
    days: 12,
    notes: ['村道会车的地方太窄，收橘子的车进不来'],
    promises: [
      { text: '把会车点的事报到乡里，下周给回话', due: -4, state: 'kept', reason: '乡里同意在三组路口加宽，开春动工' },
    ],
  },
  {
    days: 16,
    notes: ['晚上狗叫得厉害，邻居散养，小孩不敢过'],
    promises: [{ text: '上门和邻居说好拴狗', due: -12, state: 'confirmed', reason: '说好了，邻居砌了狗舍' }],
  },
  { days: 18, outcome: 'absent', notes: [] },
  {
    days: 21,
    notes: ['画画的工作室想接个宽带，电信说要等'],
    promises: [{ text: '催电信来装宽带', due: -14, state: 'broken', reason: '分光器满了，要等扩容，电信答复下月中' }],
  },
  { days: 26, notes: ['没什么事，谢谢来看看。农民画今年评上了奖'] },
  {
    days: 33,
    notes: ['自来水早上水压小，二楼上不去'],
    promises: [{ text: '请水厂来看水压', due: -25, state: 'confirmed', reason: '换了减压阀，二楼有水了' }],
  },
  { days: 40, outcome: 'declined', notes: ['家里在办喜事，改天再来'] },
  { days: 48, notes: ['孩子上学要过马路，希望路口有个减速带'] },
]

/** And at the doors of 浙源里村. */
export const TOLD_UP_THERE: readonly Told[] = [
  {
    days: 3,
    notes: ['屋后的坡上有条裂缝，下大雨睡不着'],
    promises: [{ text: '请地质的人来看裂缝', due: 1, state: 'open' }],
  },
  {
    days: 6,
    notes: ['毛竹下不了山，林道冲断了一段'],
    promises: [{ text: '把林道的事报到乡里，周二给回话', due: 0, state: 'open' }],
  },
  {
    days: 11,
    notes: ['山上手机没有信号，孩子上网课要走到晒谷场'],
    promises: [{ text: '催铁塔公司来测信号', due: -3, state: 'kept', reason: '测过了，列入下半年补盲点' }],
  },
  { days: 15, outcome: 'absent', notes: [] },
  {
    days: 22,
    notes: ['老人的降压药吃完了，卫生院太远'],
    promises: [
      { text: '把药带上来，以后每月一次', due: -20, state: 'confirmed', reason: '药送到了，和卫生院说好随巡回医疗带' },
    ],
  },
]

/** Problems of Tuesdays: found by a team in a village, with an owner. */
export type ToldProblem = {
  text: string
  owner: 'housing' | 'water' | 'urban' | 'agri' | 'power'
  days: number
  due: number
  answer?: string
  solved?: boolean
}
export const PROBLEMS: readonly ToldProblem[] = [
  { text: '三组水渠垮了十几米，晚稻灌溉断水', owner: 'water', days: 6, due: 1 },
  { text: '文化礼堂后墙开裂，下雨渗水', owner: 'housing', days: 13, due: -3 },
  {
    text: '村口夜宵摊占道，救护车进不来',
    owner: 'urban',
    days: 13,
    due: -6,
    answer: '划了摊位线，19 点后才准出摊，中队每晚巡一次',
  },
  {
    text: '抽水泵房的线老化，跳闸三次',
    owner: 'power',
    days: 20,
    due: -13,
    answer: '换了 120 米线和空气开关，试运行一周没再跳',
    solved: true,
  },
  {
    text: '宅基地审批压了两个月，群众跑了三趟',
    owner: 'agri',
    days: 27,
    due: -20,
    answer: '补齐四至图后一次办结，已发证',
    solved: true,
  },
]

export const FIELD_DAY_RULE = '周二无会日：每周二市、县、乡不召开会议，干部下村入户，听民情、解难题。'
