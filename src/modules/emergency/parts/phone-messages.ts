import { defineMessages } from '#kernel/messages.ts'

/** What the phone faces say of an emergency. */
export const phoneWords = defineMessages({
  inForce: ['现在生效', 'In force now'],
  drill: ['演练', 'Drill'],
  drillLead: ['这是演练，平时的规则一条不变。', 'This is a drill. No ordinary rule changes.'],
  area: ['范围', 'Area'],
  since: ['启动', 'Since'],
  ends: ['到期', 'Ends'],
  endsBy: ['{when}，到期自动解除', '{when}, by itself'],
  ended: ['解除', 'Ended'],
  expired: ['{when}，到期自动解除', '{when}, by itself'],
  declared: ['{when}，宣布解除', '{when}, declared over'],
  issuer: ['决定', 'Decided by'],
  command: ['指挥', 'Command'],
  basis: ['依据', 'Legal basis'],
  number: ['编号', 'Number'],
  pauses: ['暂停的', 'What rests'],
  goesOn: ['照常的', 'What goes on'],
  list: ['、', ', '],
  sentences: ['；', '; '],
})
