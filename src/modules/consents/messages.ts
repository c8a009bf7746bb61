import type { Purpose } from './contract.ts'
import { RELIEF_SAID } from './relief-messages.ts'

type Text = readonly [zh: string, en: string]
export type Said = {
  name: Text
  what: Text
  basis: Purpose['basis']
  law: string
  keep: `${number} ${'days' | 'months' | 'years'}`
}

/**
 * Why personal data are processed, in words that anybody understands. What is not here may not be read: a query or command
 * that shows somebody's data names one of these keys, and the person sees it.
 */
const SAID = {
  case_handling: {
    name: ['办理您反映的事', 'Handling what you reported'],
    what: [
      '看您反映的内容和位置，好把事办好。电话和姓名只显示一部分。',
      'Reading what you reported and where it is, to get it solved. Your name and number show in part only.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '10 years',
  },
  case_contact: {
    name: ['与您联系', 'Getting in touch with you'],
    what: [
      '为了向您核实或者上门，看您的姓名和完整的电话号码。每次都要写明理由。',
      'Reading your name and full number to ask you something or to visit. Each time with a written reason.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '10 years',
  },
  staff_directory: {
    name: ['工作人员通讯录', 'Staff directory'],
    what: ['工作人员之间查姓名、岗位和联系方式。', 'Members of staff look up names, posts and numbers of each other.'],
    basis: 'contract',
    law: '《个人信息保护法》第十三条第一款第二项 (PIPL 13.1.2)',
    keep: '3 years',
  },
  own_data: {
    name: ['您查看自己的信息', 'Seeing your own data'],
    what: ['您自己查看平台上有您的哪些信息。', 'You look at what the platform holds about you.'],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第四十五条 (PIPL 45)',
    keep: '3 years',
  },
  account: {
    name: ['登录与账号', 'Signing in and your account'],
    what: [
      '用手机号和验证码确认是您本人，保护账号安全。',
      'Your number and one-time codes make sure that it is you, and keep your account safe.',
    ],
    basis: 'contract',
    law: '《个人信息保护法》第十三条第一款第二项 (PIPL 13.1.2)',
    keep: '3 years',
  },
  visit: {
    name: ['上门走访', 'Visiting you at home'],
    what: [
      '上门听您说事、记下您说的话和答应您的事，看家里有谁、还有什么没办。记了什么，您都能看到。',
      'Coming to your door, noting what you say and what is promised, seeing who lives there and what is still open. You see all that was noted.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项；《浙江省社会治理条例》网格服务 (PIPL 13.1.3)',
    keep: '3 years',
  },
  audit: {
    name: ['监督检查', 'Oversight'],
    what: [
      '审计人员检查谁看过、办过什么，防止有人乱看您的信息。',
      'Auditors check who read and did what, so that nobody reads your data without reason.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第五十四条；《网络安全法》第二十一条 (PIPL 54)',
    keep: '3 years',
  },
  photo_position: {
    name: ['保留照片里的拍摄位置', 'Keeping the position stored in your photos'],
    what: [
      '照片文件里常带有拍摄地点。您同意才保留，用来更快找到地方；不同意就在收到时删去。',
      'Photo files often carry where they were taken. We keep that only if you agree, to find the spot faster; otherwise it is removed on arrival.',
    ],
    basis: 'consent',
    law: '《个人信息保护法》第十三条第一款第一项 (PIPL 13.1.1)',
    keep: '3 years',
  },
  recontact: {
    name: ['办结后回访', 'Asking you again afterwards'],
    what: [
      '事情办结以后，打电话或发短信问问您的看法。',
      'After a matter is closed, calling or texting you to ask what you think.',
    ],
    basis: 'consent',
    law: '《个人信息保护法》第十三条第一款第一项 (PIPL 13.1.1)',
    keep: '1 years',
  },
  same_person_check: {
    name: ['核对是否同一个人', 'Checking whether two entries are one person'],
    what: [
      '同一个人可能被登记了两次。工作人员并排看两条登记，判断是不是同一个人，免得您的信息重复或者张冠李戴。',
      'The same person may have been entered twice. Staff compare both entries, so that your data are neither double nor mixed up with somebody else’s.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第八条、第十三条第一款第三项 (PIPL 8, 13.1.3)',
    keep: '10 years',
  },
  household_service: {
    name: ['网格服务', 'Services of your grid'],
    what: [
      '网格员、村社和乡镇为您家服务时，看您家的住址和成员。号码只显示一部分；看完整号码要写明理由。',
      'The grid worker, the village and the township see your address and household when they serve you. Numbers show in part; the full one needs a written reason.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项、第三十四条 (PIPL 13.1.3, 34)',
    keep: '10 years',
  },
  identity_check: {
    name: ['核对证件', 'Checking a document'],
    what: [
      '办事需要时，看您证件的完整号码。每次都要写明理由，您能看到。',
      'Reading the full number of your document when a matter needs it. Each time with a written reason that you can read.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项、第二十八条 (PIPL 13.1.3, 28)',
    keep: '10 years',
  },
  minor_protection: {
    name: ['保护未成年人', 'Protecting children'],
    what: [
      '村社和乡镇为了保护不满十四周岁的孩子，看孩子的姓名和生日。每次都要写明理由。',
      'The village and the township read name and birthday of a child under 14 to protect it. Each time with a written reason.',
    ],
    basis: 'statutory_duty',
    law: '《未成年人保护法》第四十三条、《个人信息保护法》第二十八条、第三十一条 (PIPL 28, 31)',
    keep: '10 years',
  },
  offline_work: {
    name: ['没有网络时办事', 'Work without a network'],
    what: [
      '网格员下村前，把当天要走访的住户和要办的事加密带在手机里，没有网络也能办。手机丢了可以远程清除。',
      'Before going out, a worker takes the doors and matters of the day along, encrypted on the phone, for where there is no network. A lost phone can be emptied from afar.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项、第五十一条 (PIPL 13.1.3, 51)',
    keep: '10 years',
  },
  data_correction: {
    name: ['更正信息', 'Correcting data'],
    what: [
      '您或工作人员提出信息不对时，核实的单位看有异议的那一项。',
      'When you or a member of staff say that something is wrong, the office that checks it reads that one value.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第四十六条 (PIPL 46)',
    keep: '3 years',
  },
  minor_care: {
    name: ['关爱未成年人', 'Care of children'],
    what: [
      '经监护人同意，网格员和教育、民政部门看孩子就学和照护的情况，好及时帮上忙。不同意就不登记；收回同意就删去。',
      'With a guardian’s consent the grid worker and the departments of education and civil affairs read about schooling and care, to help in time. Without it nothing is entered; taken back, it is deleted.',
    ],
    basis: 'consent',
    law: '《个人信息保护法》第二十八条、第二十九条、第三十一条 (PIPL 28, 29, 31)',
    keep: '1 years',
  },
  disaster_ready: {
    name: ['防灾避险', 'Ready for disasters'],
    what: [
      '汛期、火灾等来临前，看您家的房屋情况、去处和紧急联系人，好及时通知和转移。',
      'Before floods or fire, reading the state of your house, where you would go and whom to call, to warn and move you in time.',
    ],
    basis: 'statutory_duty',
    law: '《突发事件应对法》；《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '3 years',
  },
  livelihood_help: {
    name: ['帮扶与就业', 'Help with living and work'],
    what: [
      '看您家的土地、收入来源和就业意愿，好把该享受的政策和合适的岗位送到您家。',
      'Reading land, income and wishes for work of your household, to bring you the policies and jobs that are meant for you.',
    ],
    basis: 'statutory_duty',
    law: '《社会救助暂行办法》《就业促进法》；《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '3 years',
  },
  care_support: {
    name: ['照护与助残', 'Care and help with a disability'],
    what: [
      '您单独同意以后，记下行动、照护方面需要的帮助，只给您这一格的网格员和主管部门看。不同意不影响其他服务。',
      'Only with your separate consent: what help you need with moving and care, shown to the worker of your grid and the department in charge. No other service depends on it.',
    ],
    basis: 'consent',
    law: '《个人信息保护法》第十三条第一款第一项、第二十九条 (PIPL 13.1.1, 29)',
    keep: '3 years',
  },
  firm_service: {
    name: ['企业服务与安全', 'Service and safety of firms'],
    what: [
      '看单位的安全负责人和需要的服务，好上门服务、检查安全。',
      'Reading who answers for safety at a firm and what it needs, to serve it and to look after safety.',
    ],
    basis: 'statutory_duty',
    law: '《安全生产法》《优化营商环境条例》；《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '3 years',
  },
  form_export: {
    name: ['报表导出', 'Tables for offices'],
    what: [
      '部门要的报表，用已有的数据直接生成，不再上门重复问您。报表里有您，您就能看到是谁、为什么要。',
      'A table that an office asked for is made from what is there already, so that nobody asks you again. Where you are in it, you see who took it and why.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项、第三十四条 (PIPL 13.1.3, 34)',
    keep: '3 years',
  },
  public_facility: {
    name: ['公共设施', 'Public facilities'],
    what: [
      '登记村里的路灯、活动场地、安置点等，不含个人信息。',
      'Street lamps, playgrounds, shelters of a village; holds no personal data.',
    ],
    basis: 'other_law',
    law: '《村民委员会组织法》',
    keep: '10 years',
  },
  door_bond: {
    name: ['安排谁来联系您家', 'Seeing to it that somebody answers for your door'],
    what: [
      '看您家的地址、户主姓氏和联系人是谁，保证每一户都有人管，换人时不落空。',
      'Reading the address of your household, the family name of its head and who answers for it, so that every door has somebody, also when people change.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '10 years',
  },
  break_glass: {
    name: ['紧急情况下查看', 'Looking in urgent need'],
    what: [
      '情况紧急，工作人员在三小时内看平时看不到的信息。必须写明理由，马上告诉您，并由审计检查。',
      'In urgent need a member of staff sees for three hours what is out of reach otherwise. A reason must be written, you are told at once, and auditors check it.',
    ],
    basis: 'public_health',
    law: '《个人信息保护法》第十三条第一款第四项 (PIPL 13.1.4)',
    keep: '10 years',
  },
  usage_exchange: {
    name: ['互相告知谁查看过', 'Telling each other who looked'],
    what: [
      '其他系统按您的证件号码查询谁在这里看过您的信息，也把他们那里的查看记录告诉这里，让您在一个地方看全。',
      'Other registers ask, by your document number, who looked at your data here, and tell who did there, so that you see all of it in one place.',
    ],
    basis: 'statutory_duty',
    law: '《个人信息保护法》第四十四条、第四十五条 (PIPL 44, 45)',
    keep: '10 years',
  },
  ...RELIEF_SAID,
} satisfies Record<string, Said>

export type PurposeKey = keyof typeof SAID

const names = ([zh, en]: Text) => ({ zh, en })

export const PURPOSES: readonly Purpose[] = Object.entries<Said>(SAID).map(([key, { name, what, ...law }]) => ({
  key,
  name: names(name),
  what: names(what),
  ...law,
}))
