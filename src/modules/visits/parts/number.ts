/** 26000001234 as it is said: year, running number, check digit. */
export const visitNumberText = (number: string): string =>
  /^\d{11}$/.test(number) ? `${number.slice(0, 2)}-${number.slice(2, 10)}-${number.slice(10)}` : number
