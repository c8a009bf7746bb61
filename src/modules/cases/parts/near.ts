/** 余东村 · 第2网格: the township is known to whoever works there. */
export const nearName = (place: string): string => place.split(' · ').slice(-2).join(' · ')
