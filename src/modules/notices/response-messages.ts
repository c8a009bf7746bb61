import { defineMessages } from '#kernel/messages.ts'

/** 应急响应: told to everybody in the area who holds a post, and of what is due to the command alone. */
export const responseTexts = defineMessages({
  response_begins: [
    '{place}启动{response}级响应（{plan}，{number}），到 {until} 为止。请看您的岗位和任务。',
    'A level {response} response begins in {place} ({planEn}, {number}), until {until}. Please see your post and what to do.',
  ],
  response_changes: [
    '{place}的响应（{plan}，{number}）有了新的决定：现在是{response}级，到 {until} 为止。',
    'A new decision about the response in {place} ({planEn}, {number}): level {response}, until {until}.',
  ],
  response_ends: [
    '{place}的响应（{plan}，{number}）已经解除，临时的权限和岗位同时结束。',
    'The response in {place} ({planEn}, {number}) is over. Temporary powers and posts end with it.',
  ],
  drill_begins: [
    '【演练】{place}启动{response}级响应演练（{plan}，{number}），到 {until} 为止。',
    'DRILL: a level {response} response is exercised in {place} ({planEn}, {number}), until {until}.',
  ],
  drill_changes: [
    '【演练】{place}的响应演练（{plan}，{number}）：现在是{response}级，到 {until} 为止。',
    'DRILL: the response exercised in {place} ({planEn}, {number}) is at level {response}, until {until}.',
  ],
  drill_ends: [
    '【演练】{place}的响应演练（{plan}，{number}）已经结束。',
    'DRILL: the exercise in {place} ({planEn}, {number}) is over.',
  ],
  response_ending: [
    '{place}的响应（{plan}，{number}）到 {until} 自动结束。如果还需要，请由两人作出新的决定。',
    'The response in {place} ({planEn}, {number}) ends by itself at {until}. If it is still needed, two persons have to decide anew.',
  ],
  response_review: [
    '{place}的响应（{plan}，{number}）到了复核的时间，请看看还需不需要。',
    'The response in {place} ({planEn}, {number}) is due for review: is it still needed?',
  ],
  response_filing: [
    '{place}的响应（{plan}，{number}）还没有报人大常委会备案，已超过期限。',
    'The response in {place} ({planEn}, {number}) has not been filed with the standing committee and is late.',
  ],
  response_certificate: [
    '{place}的响应（{plan}，{number}）收集的个人信息已经销毁，证明已出，请安排其他单位见证。',
    'The personal data of the response in {place} ({planEn}, {number}) are destroyed. The certificate is there and waits for a witness of another organ.',
  ],
})
