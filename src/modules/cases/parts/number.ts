/** 2600012345 as it is said on the phone: year, running number, check digit. The server takes it with or without dashes. */
export const numberText = (number: string): string =>
  /^\d{10}$/.test(number) ? `${number.slice(0, 2)}-${number.slice(2, 9)}-${number.slice(9)}` : number
