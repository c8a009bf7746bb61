import { describe, expect, it } from 'vitest'
import { readTaxonomy } from './read.ts'
import { makeSuggest } from './suggest.ts'

const suggest = makeSuggest(readTaxonomy().kinds)

describe('what a resident says is found as a kind of matter', () => {
  it.each([
    ['村口三号路灯坏了好几天了,晚上黑漆漆的', '05-01'],
    ['我家门前那盏灯晚上都不亮', '05-01'],
    ['汪家砌墙占了我家宅基地,边界说不清', '01-02'],
    ['郑奶奶腿脚不便,想请人代买降压药', '08-09'],
    ['菜市场后面垃圾成堆没人清', '04-01'],
    ['文化礼堂旁边的垃圾好几天没人收', '04-06'],
    ['有人半夜偷倒装修垃圾在路边', '04-02'],
    ['楼下消防通道被车堵住了', '02-01'],
    ['楼道里有人给电瓶车充电,太危险', '02-02'],
    ['厨房闻到很重的煤气味', '02-03'],
    ['刮大风电线掉下来了,离地一米', '02-04'],
    ['屋后山上掉石头', '02-06'],
    ['水库边上没有护栏,小孩天天去玩水', '02-07'],
    ['隔壁KTV半夜还在唱歌,吵得睡不着', '04-10'],
    ['下水道堵了,粪水流到路上', '04-07'],
    ['马路中间井盖没了', '05-02'],
    ['家里自来水是黄的,很浑浊', '05-05'],
    ['路边夜宵摊占道到凌晨', '06-01'],
    ['有车乱停堵了我家车库', '06-02'],
    ['楼顶有人加盖阳光房', '07-01'],
    ['他家建新不拆旧,还多盖一层', '07-02'],
    ['工地干了三个月老板不发工资', '01-07'],
    ['我妈接到冒充公安的电话转账被骗了五万', '03-02'],
    ['小区里遛狗不牵绳,狗追着小孩跑', '03-06'],
    ['对门老奶奶一个人住,好几天没看见了', '10-01'],
    ['她被丈夫打了不敢回家', '10-06'],
    ['我爸有老年痴呆,下午出门走丢了', '10-09'],
    ['村里半年没有公示财务账目了', '12-01'],
    ['后山着火了,烟很大', '13-01'],
    ['有人被困在电梯里', '13-09'],
    ['有人把我们的电话号码发到群里,信息泄露', '14-02'],
    ['反映了一个月没人处理,几个部门推来推去', '14-04'],
    ['在杭州住院的发票怎么报销医保', '08-02'],
    ['感谢网格员小余帮我送药', '09-06'],
  ])('%s', (text, code) => expect(suggest(text)[0]).toBe(code))

  // Written after the words were chosen, so that the words cannot have been fitted to them.
  it.each([
    ['早上出门发现电动车电瓶被偷了', '03-01'],
    ['楼上卫生间漏水到我家,说了几次都不修', '01-01'],
    ['小溪的水变黑了,飘着死鱼', '04-08'],
    ['村里文化礼堂的篮球架歪了怕砸到孩子', '05-09'],
    ['老父亲在家摔倒没人照顾', '10-01'],
    ['厂里招不到人,想请政府帮忙招工', '11-02'],
    ['手机收不到验证码登录不了', '14-03'],
    ['地里的水渠塌了,田里没水插不了秧', '05-10'],
    ['前面那块基本农田被人填了盖房子', '07-06'],
    ['每天都要重复填表,报表太多了', '14-06'],
    ['家里的鸡死了很多,是不是禽流感', '13-07'],
    ['孩子爸妈都在外面打工,小孩一个人在家', '10-02'],
  ])('%s (unseen)', (text, code) => expect(suggest(text).slice(0, 3)).toContain(code))

  it('hears nothing where nothing is said', () => {
    for (const text of ['今天天气不错', 'hello', '1', ',', '的']) expect(suggest(text)).toEqual([])
  })
  it('gives at most as many as asked for, each once', () => {
    const many = suggest('垃圾 路灯 停电 停水 噪音 违建 物业 医保 户口 公交')
    expect(many).toHaveLength(5)
    expect(new Set(many).size).toBe(5)
    expect(suggest('路灯坏了,垃圾没人扫', 1)).toHaveLength(1)
  })
  it('reads full-width letters, capitals, spaces and punctuation alike', () => {
    expect(suggest('KTV 吵')).toEqual(suggest('ktv吵!'))
  })
})
