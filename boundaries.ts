/** Who may know whom. Read top to bottom: a slice may know only slices above it, and of those only the ones listed. */
export const KNOWS = {
  places: [],
  people: ['places'],
  posts: ['places', 'people'],
  consents: ['people', 'posts'],
  signin: ['places', 'people', 'posts'],
  notices: ['people', 'posts'],
  duties: ['places', 'posts'],
  cases: ['places', 'people', 'posts', 'consents', 'notices', 'duties'],
  oversight: ['places', 'people', 'posts'],
} as const
