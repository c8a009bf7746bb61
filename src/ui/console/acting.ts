import { createContext, use } from 'react'

/** The post somebody acts in. Permissions only hide what could not be used; the server decides. */
export type Acting = { post: string; role: string; place: string; placeName: string; permissions: ReadonlySet<string> }

export const ActingContext = createContext<Acting>({
  post: '',
  role: '',
  place: '',
  placeName: '',
  permissions: new Set(),
})

export const useActing = (): Acting => use(ActingContext)
