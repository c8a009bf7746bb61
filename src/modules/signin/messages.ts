import { defineMessages } from '#kernel/messages.ts'

/** What signing in tells people outside its screens: by SMS, and on the page a single sign-on comes back to. */
export const signinTexts = defineMessages({
  codeSms: [
    '您的登录验证码是 {code}，{minutes} 分钟内有效。任何人向您索要验证码都不要给。',
    'Your sign-in code is {code}, good for {minutes} minutes. Give it to nobody who asks for it.',
  ],
  passwordSetSms: [
    '管理员刚刚为您的工作账号设置了密码，您的其他登录已全部退出。如非您本人要求，请立即联系单位负责人。',
    'An administrator has just set the password of your work account and ended its sessions. If you did not ask for it, tell your head of office at once.',
  ],
  providerTitle: ['统一身份认证登录', 'Single sign-on'],
  providerUnknown: [
    '身份已核实，但本平台没有与之对应的在岗人员。请联系本单位系统管理员登记您的账号。',
    'You were recognised, but nobody holding a post here goes by that identity. Ask your system administrator to register you.',
  ],
  providerDown: [
    '统一身份认证暂时无法连接，请稍后再试，或改用密码登录。',
    'The single sign-on cannot be reached at the moment. Try again later, or sign in with your password.',
  ],
  providerRefused: [
    '统一身份认证没有完成登录，请重新登录。',
    'The single sign-on did not complete. Please sign in again.',
  ],
  providerBack: ['返回登录页', 'Back to sign in'],
})
