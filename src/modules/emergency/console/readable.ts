/** A list that may be longer than its panel is reached by the keyboard, so that it can be scrolled. */
export const READABLE = { tabIndex: 0 }
