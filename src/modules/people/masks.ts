/** 郑美兰 -> 郑**; a name of one character or none stays. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = name
  return first + '*'.repeat(rest.length)
}

/** 13912341234 -> 139****1234 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** Only the province and the last two: birthday and sex do not show. */
export const maskId = (number: string): string => `${number.slice(0, 2)}${'*'.repeat(14)}${number.slice(-2)}`

/** Of a number of any document: the first two and the last two; of a short one only the end. */
export const maskNumber = (number: string): string =>
  number.length >= 9
    ? number.slice(0, 2) + '*'.repeat(number.length - 4) + number.slice(-2)
    : '*'.repeat(Math.max(number.length - 2, 0)) + number.slice(-2)
