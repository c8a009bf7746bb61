import type { Said } from './messages.ts'

/** Purposes of what is done only as long as something lasts; what they rest on ends with it. */
export const RELIEF_SAID = {
  relief_work: {
    name: ['灾害和突发事件中帮助您', 'Helping you when something has happened'],
    what: [
      '逐户看望、送东西、开通行证、接求助电话、帮您找家人时，看您的姓名、住址和联系方式。事情过去，这些记录就销毁。',
      'Calling at doors, bringing what is needed, giving passes, taking calls for help and finding family: your name, address and number are read. When it is over, these records are destroyed.',
    ],
    basis: 'public_health',
    law: '《突发事件应对法》第八十三条、第八十五条；《个人信息保护法》第十三条第一款第四项 (PIPL 13.1.4)',
    keep: '30 days',
  },
  requisition: {
    name: ['征用与补偿', 'Property taken for public use'],
    what: [
      '征用您的物资时记下您是谁、拿了什么、收据编号，用后归还和补偿。',
      'Who you are, what was taken and the receipt number are noted, to give it back and to pay.',
    ],
    basis: 'statutory_duty',
    law: '《突发事件应对法》第十二条、第七十六条；《个人信息保护法》第十三条第一款第三项 (PIPL 13.1.3)',
    keep: '10 years',
  },
  targeted_check: {
    name: ['定向排查', 'Asking those on a list'],
    what: [
      '有单位按写明的理由请人上门核实，您在名单里就会被告知：谁的名单、什么理由、到哪天销毁。',
      'An office asks for certain people to be called on, for a reason that is written down. If you are on the list you are told: whose it is, why, and when it is destroyed.',
    ],
    basis: 'public_health',
    law: '《突发事件应对法》第八十四条、第八十五条；《传染病防治法》；《个人信息保护法》第六条、第十三条第一款第四项 (PIPL 6, 13.1.4)',
    keep: '30 days',
  },
  kept_evidence: {
    name: ['逐条评估要不要留存', 'Deciding what is kept as evidence'],
    what: [
      '事情过去以后，收集的信息都要销毁。个别条目是证据或调查要用的，由评估的人逐条看过，写明理由才能留下，到期同样销毁。',
      'When it is over, all that was gathered is destroyed. Single items that are evidence, or that an investigation needs, are looked at one by one, kept only with written reasons, and destroyed on their day too.',
    ],
    basis: 'statutory_duty',
    law: '《突发事件应对法》第八十五条；《个人信息保护法》第十三条第一款第三项、第四十七条 (PIPL 13.1.3, 47)',
    keep: '5 years',
  },
} satisfies Record<string, Said>
