/** Characters of names that a hand or a scanner takes for one another; each row is one family. Simplified 郑 and 邓, 候 and 侯 … */
const FAMILIES = `未末 己已巳 士土 玉王壬主 晴睛 清请情晴 明朋 荣荥 芳芬 英茵 俊浚峻 辉晖 杨扬扬 郑邓 侯候 萍苹 凤风 兰三 云去 文又 永水 国图 林材
  霞暇 华毕 志忘 贵责 东车 龙尤 平干 军车 红江 玲铃伶 珍诊 春舂 祥详样 福幅 根很 金全 木本 洪供 建健 海梅 娟捐 燕蒸 秀季 桂佳 仙汕 香杳 莲连
  菊掬 素紫 翠萃 银很 彩采 柳柯 陆陈 章童 许计 余佘 祝视 汪江 毛手 姜美 吴昊 徐除 周同 刘对 张弘 李季 占点 方万 程裎 何河 胡湖 朱未 邱丘 
  庆床 友发 法注 富宫 卫卩 强弦 刚钢 利刹 新斯 伟讳 峰锋蜂 波皮 涛祷 鹏朋 飞乙 超赵 斌武 宇字 轩轻 浩洁 博搏 涵函 欣掀 怡治 婷停 慧惠 洁浩 雪雷`

const families = new Map<string, Set<string>>()
for (const family of FAMILIES.split(/\s+/).filter(Boolean))
  for (const one of family) families.set(one, new Set([...(families.get(one) ?? []), ...family]))

export const looksLike = (a: string, b: string): boolean => families.get(a)?.has(b) ?? false
