/** 26000001234 as it is said: year, running number, check digit. */
export const visitNumberText = (number: string): string =>
  /^\d{11}$/.test(number) ? `${number.slice(0, 2)}-${number.slice(2, 10)}-${number.slice(10)}` : number

/** Without what is taken for something else when it is read off paper: 0 and O, 1, I and L. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 12

/** The code of a slip: twelve of thirty-one characters, about 59 bits. */
export function newCode(): string {
  let code = ''
  while (code.length < CODE_LENGTH)
    for (const byte of crypto.getRandomValues(new Uint8Array(CODE_LENGTH)))
      // what is above the last whole multiple would make some letters likelier than others
      if (byte < 248 && code.length < CODE_LENGTH) code += LETTERS[byte % LETTERS.length] ?? ''
  return code
}
/** In groups of four, as it is printed and read out. */
export const codeText = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
/** As it was typed off: spaces, hyphens and small letters do not matter. */
export const plainCode = (typed: string): string => typed.replace(/[\s\-—–_.]/g, '').toUpperCase()
