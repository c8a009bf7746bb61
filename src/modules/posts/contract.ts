import { z } from 'zod'
import { command, DayText, event, id, page, pageInput, query } from '#kernel/contract.ts'
import { OrganId, PersonId } from '#modules/people/contract.ts'
import { PlaceCode } from '#modules/places/contract.ts'

/** 岗位: a person's role at a place or organ, dated; the only source of authority. */
export const PostId = id('PostId')
export type PostId = z.infer<typeof PostId>

export const ROLES = [
  'grid_worker',
  'village_cadre',
  'township_room',
  'department_officer',
  'county_command',
  'city_command',
  'operator',
  'auditor',
  'system_admin',
  'security_admin',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** 三员分立: 系统管理员, 安全管理员, 审计管理员 are never one person (GB/T 22239 level 3). */
export const ADMIN_ROLES = ['system_admin', 'security_admin', 'auditor'] as const

export const Post = z.object({
  id: PostId,
  person: z.object({ id: PersonId, name: z.string() }),
  role: Role,
  title: z.string().describe('e.g. 专职网格员'),
  place: PlaceCode,
  placeName: z.string(),
  organ: z.object({ id: OrganId, name: z.string() }).nullable(),
  from: DayText,
  to: DayText.nullable().describe('first day on which it is no longer held'),
  can: z.array(z.enum(['end', 'handOver'])),
})
export type Post = z.infer<typeof Post>

export const listPosts = query('posts.list', {
  input: z.object({
    place: PlaceCode.optional().describe('posts at or below; default: own scope'),
    exact: z.boolean().default(false).describe('only at this very place'),
    organ: OrganId.optional(),
    role: Role.optional(),
    person: PersonId.optional(),
    text: z.string().max(40).optional().describe('part of the name of the holder or organ, or of the title'),
    ended: z.boolean().default(false),
    ...pageInput,
  }),
  output: page(Post),
  doc: 'Posts held now (or ended), by place, organ, role or holder.',
})
export const teamOf = query('posts.team', {
  input: z.object({ place: PlaceCode }),
  output: z.object({
    here: z.array(Post),
    above: z.array(Post).describe('who answers one level up'),
    vacant: z.boolean().describe('nobody holds a post here'),
  }),
  doc: 'The team of a place: who holds posts here and one level up. Names and duties of staff are public to staff.',
})
export const appoint = command('posts.appoint', {
  input: z.object({
    id: PostId,
    person: PersonId,
    role: Role,
    title: z.string().trim().min(1).max(40),
    place: PlaceCode,
    organ: OrganId.nullable().optional(),
    from: DayText,
    to: DayText.nullable().optional(),
  }),
  output: Post,
  doc: 'Gives a person a post. Refuses incompatible_posts when one person would hold two of the three administrator roles.',
})
export const endPost = command('posts.end', {
  input: z.object({ id: PostId, day: DayText, reason: z.string().trim().min(2).max(400) }),
  output: Post,
  doc: 'Ends a post on a day.',
})
export const handOver = command('posts.handOver', {
  input: z.object({
    id: PostId,
    to: PersonId,
    newId: PostId,
    day: DayText,
    note: z.string().trim().max(1000).default(''),
  }),
  output: Post,
  doc: 'Hands a post over: it ends on the day and the successor holds it from that day, open work goes with it.',
})
export const tellHandOver = command('posts.tellHandOver', {
  input: z.object({ post: PostId }),
  output: z.object({}),
  doc: 'By the system: a hand-over that was dated ahead takes effect.',
  inward: true,
})
export const whoCan = query('posts.whoCan', {
  input: z.object({ permission: z.string().max(60), place: PlaceCode }),
  output: z.object({ roles: z.array(z.object({ role: z.string(), reach: z.string() })), posts: z.array(Post) }),
  doc: 'Who can do a thing at a place: the roles by the grants table and the posts that hold them now.',
})
export const listPermissions = query('posts.permissions', {
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({ permission: z.string(), grants: z.array(z.object({ role: z.string(), reach: z.string() })) }),
    ),
  }),
  doc: 'The grants table: every permission, the roles that have it and how far they reach.',
})

export const postsChanged = event('posts.changed', z.object({ post: z.string(), place: z.string() }))
export const postHandedOver = event(
  'posts.handedOver',
  z.object({ from: z.string(), to: z.string(), place: z.string() }),
)
