import { defineMessages } from '#kernel/messages.ts'

/** What is wrong with one field: the codes of the server's checks, put to words. */
const problemTexts = /* @__PURE__ */ defineMessages({
  too_small: ['太短或太小', 'Too short or too small'],
  too_big: ['太长或太大', 'Too long or too large'],
  invalid_format: ['格式不对', 'Not in the right form'],
  invalid_type: ['没有填', 'Missing'],
  invalid_value: ['不在可选的范围里', 'Not one of the choices'],
  checksum: ['校验位不对，请核对', 'The check digit does not fit'],
  same: ['和现在的一样', 'The same as now'],
  same_case: ['不能并入它自己', 'It cannot be merged into itself'],
  taken: ['已经有了', 'Taken already'],
  too_simple: ['太简单，容易被猜到', 'Too easy to guess'],
  in_the_past: ['不能是过去的日子', 'Not in the past'],
  past: ['不能是过去的日子', 'Not in the past'],
  before_from: ['要在开始那天之后', 'It has to be after the first day'],
  not_ahead: ['要在今天之后，并且不超过上限', 'It has to lie ahead, within the limit'],
  not_above: ['要选更高的一级', 'Choose a higher level'],
  not_below: ['要选下面的一级', 'Choose a level below'],
  not_of_this_place: ['不属于这个区划', 'Not of this place'],
  levels_out_of_order: ['首落层级不能高于最高层级', 'The first level may not be above the highest'],
  post_or_organ: ['请选一个承办人或单位', 'Choose a person or an organ'],
  place_or_position: ['请选地点', 'Choose a place'],
  village_or_grid: ['请选到村社或网格', 'Choose a village or grid'],
  unknown_kind: ['清单里没有这一类', 'Not in the duty list'],
  unknown_line: ['没有这个条线', 'No such line'],
  unknown_organ: ['没有这个单位', 'No such organ'],
  unknown_person: ['没有这个人', 'No such person'],
  unknown_place: ['没有这个区划', 'No such place'],
  another_number: ['已登记另一个号码，请到居民页面更正', 'Another number is held; correct it on the resident’s page'],
  not_a_member: ['不是本户成员', 'Not a member of the household'],
  several: ['本户有几个同名的人，请选定一个', 'Several members have this name; choose one'],
  does_not_add_up: ['与成员人数对不上', 'Does not add up with the members'],
  no_home: ['没有登记住处', 'No home is entered'],
  not_in_city: ['没有找到，或者不住在这里', 'Not found, or not living here'],
  beyond_the_hold: ['不能晚于这次开放的期限', 'Not later than what it was opened for'],
  dies_on_its_date: [
    '这类名单到自己的日期就销毁，不能留存',
    'Such a list is destroyed on its own date; nothing of it is kept',
  ],
  no_such_post: ['这个岗位已经没有人', 'Nobody holds this post'],
  no_such_person: ['没有这个人', 'No such person'],
  person_or_plate: ['人和车牌至少填一个', 'A person or a number plate'],
  another_level: ['请选到村社或网格', 'Choose a village or grid'],
  unknown_order: ['没有这条指令，或者它已经结束', 'No such order, or it is over'],
  order_elsewhere: ['这条指令没有发到这里', 'This order does not reach this place'],
  on_a_list: ['已经在转移名单上', 'On a list already'],
  unknown_photo: ['照片没有传上来，请重新加一次', 'The photo did not arrive; please add it again'],
  other: ['这一项没有填对', 'Not filled in right'],
})

export function problemText(code: string): string {
  const known = Object.entries(problemTexts).find(([key]) => key === code)
  return known ? known[1]() : problemTexts.other()
}
