import { defineMessages } from '#kernel/messages.ts'

export const paperTexts = /* @__PURE__ */ defineMessages({
  enter: ['登记纸质同意', 'Enter a consent on paper'],
  title: ['{name}的纸质同意', 'Consent on paper: {name}'],
  lead: [
    '本人看过、签过字才能登记。拍下整张纸，字要看得清。登记后本人会收到通知，随时可以撤回。',
    'Only what they read and signed. Photograph the whole sheet, readable. They are told, and may take it back any time.',
  ],
  purpose: ['同意的事', 'For what'],
  signedOn: ['签字日期', 'Signed on'],
  guardian: ['签字的监护人', 'Guardian who signed'],
  picture: ['同意书照片', 'Photo of the sheet'],
  take: ['拍同意书', 'Photograph it'],
  retake: ['重拍', 'Take it again'],
  missing: ['请先拍下同意书', 'Photograph the sheet first'],
  unreadable: ['这张图片打不开，请重拍', 'This picture cannot be read, take it again'],
  save: ['登记', 'Enter it'],
  saved: ['已登记，本人会收到通知', 'Entered; they are told'],
  given: ['{day} 签的纸质同意', 'On paper, signed on {day}'],
  onPaper: ['凭纸质同意登记', 'Given on paper'],
  see: ['看同意书', 'See the sheet'],
  back: ['本人要撤回', 'They take it back'],
  backLead: [
    '撤回后，凭它登记的马上看不到，并且删去。不影响其他服务。',
    'Taken back, what rests on it is hidden at once and deleted. No service is lost.',
  ],
  tookBack: ['已撤回', 'Taken back'],
  sheet: ['同意书', 'The sheet'],
  enteredBy: ['登记单位', 'Entered by'],
  enteredAt: ['登记时间', 'Entered at'],
  takenBack: ['撤回时间', 'Taken back at'],
  none: ['本人', 'themselves'],
})
