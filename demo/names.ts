import type { Random } from './random.ts'

/** Surnames as they are spread in western Zhejiang, roughly; the names made of them are nobody's. */
const SURNAMES: readonly (readonly [string, number])[] = [
  ...weigh(9, '徐 郑 余 吴 毛 周'),
  ...weigh(6, '姜 祝 王 叶 方 汪 程 陈 江 张'),
  ...weigh(3, '李 刘 杨 黄 胡 朱 何 邵 占 柴 童 傅 金 林 赖 舒'),
  ...weigh(1.5, '潘 严 范 蒋 许 沈 洪 吕 廖 邱 夏 刁 鲁 戴 翁 缪 诸葛 璩 琚 龚 饶 应 詹 宋 谢 苏 季 雷 蓝 鄢'),
]
const WOMEN =
  '秀英 桂花 美仙 小青 雪芬 晓燕 丽华 春仙 爱珍 玉兰 红霞 慧敏 佳怡 雨欣 文静 海燕 素珍 巧云 梅香 水仙 月娥 金花 丹丹 婷婷 晓红 芳 敏 静 霞 莉 琴 娟 媛 雅琴 思琪 欣妍 冬梅 兰芳 惠珍 凤英 彩云 志芳 培芬 银花 小娟 雯 颖 倩'
const MEN =
  '建平 卫东 建国 国荣 志强 根土 樟土 水根 春生 荣根 立新 学文 文斌 晓峰 俊杰 浩然 子轩 宇航 明远 伟民 建华 永富 德明 金水 土根 小龙 伟 强 军 勇 斌 凯 涛 鹏 磊 志刚 海波 利军 国梁 卫平 家明 有根 庆祥 文龙 振华 益民 雪松 晨 宏伟 建军'

const women = WOMEN.split(' ')
const men = MEN.split(' ')

export type Named = { name: string; sex: 'female' | 'male' }

export function makeName(random: Random): Named {
  const sex = random.chance(0.5) ? 'female' : 'male'
  return { name: random.weighted(SURNAMES) + random.pick(sex === 'female' ? women : men), sex }
}

export const makeSurname = (random: Random): string => random.weighted(SURNAMES)
export const nameFor = (random: Random, surname: string, sex: Named['sex']): string =>
  surname + random.pick(sex === 'female' ? women : men)

function weigh(weight: number, surnames: string): [string, number][] {
  return surnames.split(' ').map((surname) => [surname, weight])
}
