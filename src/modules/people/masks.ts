/** 郑美兰 -> 郑**; a name of one character or none stays. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = name
  return first + '*'.repeat(rest.length)
}

/** 13912341234 -> 139****1234 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** Only the province and the last two: birthday and sex do not show. */
export const maskId = (number: string): string => `${number.slice(0, 2)}${'*'.repeat(14)}${number.slice(-2)}`
