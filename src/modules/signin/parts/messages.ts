import { defineMessages } from '#kernel/messages.ts'

/** Signing in and sessions, on the phones. */
export const signInTexts = /* @__PURE__ */ defineMessages({
  title: ['登录', 'Sign in'],
  residentHint: [
    '用手机号收一个验证码就能登录，第一次登录就是注册。',
    'A code sent to your mobile signs you in; the first time makes your account.',
  ],
  phone: ['手机号', 'Mobile number'],
  phoneWrong: ['手机号是 1 开头的 11 位数字，请核对。', 'A mobile number has 11 digits and begins with 1.'],
  sendCode: ['发验证码', 'Send a code'],
  sentTo: ['验证码已发到 {phone}，{minutes} 分钟内有效。', 'A code was sent to {phone}, good for {minutes} minutes.'],
  code: ['验证码', 'Code'],
  codeHint: ['短信里的 6 位数字。任何人要都不要给。', 'The 6 digits in the text message. Give them to nobody.'],
  codeWrong: ['验证码是 6 位数字。', 'The code has 6 digits.'],
  again: ['{seconds} 秒后可以再发', 'Again in {seconds} s'],
  resend: ['再发一次', 'Send again'],
  other: ['换一个手机号', 'Another number'],
  name: ['怎么称呼您', 'Your name'],
  nameHint: ['要和登记的姓名一样', 'As it is registered'],
  enter: ['登录', 'Sign in'],
  inbox: ['演示系统：到“收件箱”看验证码', 'Demo: read the code in the inbox'],
  staffTitle: ['网格工作台', 'Field'],
  staffHint: ['用工作账号登录。', 'Sign in with your work account.'],
  login: ['账号或手机号', 'Login or mobile'],
  password: ['密码', 'Password'],
  factor: ['动态口令', 'Authenticator code'],
  factorHint: ['打开手机上的验证器，填 6 位数字。', 'Open your authenticator and enter the 6 digits.'],
  empty: ['账号和密码都要填。', 'Login and password are both needed.'],
  oidc: ['用“{name}”登录', 'Sign in with {name}'],
  or: ['或者', 'or'],
  demo: ['演示账号', 'Demo logins'],
  out: ['退出登录', 'Sign out'],
  signedOut: ['已退出', 'Signed out'],
})

export const sessionTexts = /* @__PURE__ */ defineMessages({
  title: ['登录过的设备', 'Where I am signed in'],
  hint: ['有不认识的设备，请点“让它退出”。', 'If you do not know one, end it.'],
  current: ['这部设备', 'This device'],
  seen: ['最近使用 {when}', 'last used {when}'],
  started: ['登录于 {when}', 'since {when}'],
  end: ['让它退出', 'End it'],
  ended: ['已让它退出', 'Ended'],
  password: ['密码登录', 'password'],
  code: ['验证码登录', 'code'],
  oidc: ['统一身份认证', 'single sign-on'],
})
