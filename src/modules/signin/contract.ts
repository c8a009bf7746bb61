import { z } from 'zod'
import { command, event, id, query } from '#kernel/contract.ts'
import { PersonId } from '#modules/people/contract.ts'
import { PostId, Role } from '#modules/posts/contract.ts'

/** 登录: sessions of staff and residents. The session cookie is set by the server; screens never see the token. */
export const SessionId = id('SessionId')
export type SessionId = z.infer<typeof SessionId>

export const MyPost = z.object({
  id: PostId,
  role: Role,
  title: z.string(),
  place: z.string(),
  placeName: z.string(),
  organName: z.string().nullable(),
})
export const Me = z.object({
  kind: z.enum(['staff', 'resident', 'anonymous']),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  acting: MyPost.nullable().describe('the post one acts in now'),
  posts: z.array(MyPost),
  permissions: z.array(z.string()).describe('for hiding what cannot be used; the server decides'),
  secondFactor: z.boolean(),
})
export type Me = z.infer<typeof Me>

export const SignedIn = z.object({ me: Me })

export const withPassword = command('signin.password', {
  input: z.object({
    login: z.string().trim().min(2).max(60).describe('login name or phone'),
    password: z.string().min(1).max(200),
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
      .describe('second factor, when switched on'),
  }),
  output: SignedIn,
  doc: 'Signs staff in. Refuses wrong_credentials, second_factor_needed, too_many.',
})
export const sendCode = command('signin.sendCode', {
  input: z.object({ phone: z.string().regex(/^1\d{10}$/) }),
  output: z.object({
    seconds: z.number().describe('how long the code is good'),
    again: z.number().describe('seconds until another may be asked for'),
  }),
  doc: 'Sends a one-time code to a resident phone. The answer is the same whether or not the phone is known.',
})
export const withCode = command('signin.code', {
  input: z.object({
    phone: z.string().regex(/^1\d{10}$/),
    code: z.string().regex(/^\d{6}$/),
    name: z.string().trim().min(1).max(40).optional(),
  }),
  output: SignedIn,
  doc: 'Signs a resident in with the one-time code; makes the account on first use.',
})
export const signOut = command('signin.out', { input: z.object({}), output: z.object({}), doc: 'Ends this session.' })
export const actAs = command('signin.actAs', {
  input: z.object({ post: PostId }),
  output: SignedIn,
  doc: 'Changes the post one acts in.',
})
export const changePassword = command('signin.changePassword', {
  input: z.object({ current: z.string().max(200), next: z.string().min(10).max(200) }),
  output: z.object({}),
  doc: 'Changes the password and ends all other sessions.',
})
export const startSecondFactor = command('signin.startSecondFactor', {
  input: z.object({}),
  output: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
  doc: 'Begins to switch the second factor on (TOTP, RFC 6238).',
})
export const finishSecondFactor = command('signin.finishSecondFactor', {
  input: z.object({ code: z.string().regex(/^\d{6}$/) }),
  output: z.object({}),
  doc: 'Switches it on, after one right code.',
})
export const stopSecondFactor = command('signin.stopSecondFactor', {
  input: z.object({ password: z.string().max(200) }),
  output: z.object({}),
  doc: 'Switches it off again.',
})

export const getMySelf = query('signin.me', {
  input: z.object({}),
  output: Me,
  doc: 'Who I am here; anonymous without a session.',
})
export const Session = z.object({
  id: SessionId,
  current: z.boolean(),
  startedAt: z.string(),
  seenAt: z.string(),
  agent: z.string(),
  address: z.string(),
  way: z.enum(['password', 'code', 'oidc']),
})
export const listSessions = query('signin.sessions', {
  input: z.object({}),
  output: z.object({ rows: z.array(Session) }),
  doc: 'My sessions on all devices.',
})
export const revokeSession = command('signin.revoke', {
  input: z.object({ id: SessionId }),
  output: z.object({}),
  doc: 'Ends one of my sessions; in force at once.',
})
export const listWays = query('signin.ways', {
  input: z.object({}),
  output: z.object({
    oidc: z.object({ name: z.string(), start: z.string() }).nullable(),
    developerInbox: z.string().nullable(),
    demoLogins: z.array(
      z.object({ login: z.string(), zh: z.string(), en: z.string(), face: z.enum(['console', 'field', 'town']) }),
    ),
  }),
  doc: 'Which ways of signing in this installation offers.',
})

export const setPassword = command('signin.setPassword', {
  input: z.object({ person: PersonId, password: z.string().min(10).max(200) }),
  output: z.object({}),
  doc: "Sets the password of somebody who has none or forgot it; ends all their sessions and tells them. Never one's own, an administrator's, or that of somebody above. A second factor stays.",
})
export const withProvider = command('signin.provider', {
  input: z.object({ claim: z.string().max(60), value: z.string().min(1).max(200) }),
  output: SignedIn,
  doc: 'By the server alone, after the single sign-on has vouched for somebody: signs in whom the claim names.',
  inward: true,
})
export const clearOutdated = command('signin.clear', {
  input: z.object({}),
  output: z.object({}),
  doc: 'By the server alone: removes sessions, codes and counts that are kept no longer.',
  inward: true,
})

export const codeAsked = event('signin.codeAsked', z.object({ code: z.string().describe('its id, not what it says') }))
export const passwordSet = event('signin.passwordSet', z.object({ person: PersonId }))
