import { defineMessages } from '#kernel/messages.ts'

export const townEmergencyTexts = defineMessages({
  title: ['应急响应', 'Emergencies'],
  lead: [
    '谁决定的、依据什么、管多大范围、什么时候结束，都在这里。结束后应急数据要销毁，证明人人可查。',
    'Who decided, by which law, where and until when. Afterwards its data are destroyed, and the certificate is for everybody to read.',
  ],
  peace: ['现在是平时，没有正在生效的应急响应。', 'Ordinary times. Nothing is in force.'],
  before: ['以前的响应', 'Before'],
  none: ['以前没有启动过。', 'There was none before.'],
  certificate: ['数据销毁证明', 'Certificate of destruction'],
  noCertificate: ['数据还没有销毁', 'Data not destroyed yet'],
  entry: ['应急响应与数据销毁证明', 'Emergencies, and how their data were destroyed'],
  open: ['查看', 'Open'],
  where: ['这里写什么照常、什么暂停', 'What goes on and what rests'],
  certificateTitle: ['数据销毁证明', 'Certificate of destruction'],
  certificateLead: [
    '突发事件应对法第八十五条：应急处置中收集的个人信息，结束后要及时销毁。这份证明打开时会当场复核一遍。',
    'By article 85 of the Emergency Response Law, personal data gathered for an emergency are destroyed after it. This certificate is recounted as you open it.',
  ],
})
