/** Letters and digits that cannot be taken for one another when read out or from a screenshot. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const READ_OUT = 16

/** 16 of them are about 79 bits, and still possible to read out. */
export const newSecret = (length = READ_OUT): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => LETTERS[byte % LETTERS.length]).join('')
