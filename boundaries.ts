/** Who may know whom. Read top to bottom: a slice may know only slices above it, and of those only the ones listed. */
export const KNOWS = {
  places: [],
  people: ['places'],
  homes: ['places', 'people'],
  posts: ['places', 'people'],
  consents: ['people', 'posts'],
  fields: ['places', 'people', 'homes', 'posts', 'consents'],
  signin: ['places', 'people', 'posts'],
  notices: ['people', 'posts'],
  duties: ['places', 'posts'],
  cases: ['places', 'people', 'posts', 'consents', 'notices', 'duties'],
  matches: ['places', 'people', 'homes'],
  bonds: ['places', 'people', 'homes', 'posts', 'consents', 'notices', 'cases'],
  visits: ['places', 'people', 'homes', 'posts', 'consents', 'fields', 'notices', 'duties', 'cases', 'bonds'],
  sync: ['places', 'people', 'homes', 'posts', 'fields', 'signin', 'cases', 'bonds', 'visits'],
  oversight: ['places', 'people', 'posts', 'consents', 'notices'],
} as const
