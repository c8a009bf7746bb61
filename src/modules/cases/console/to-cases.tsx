import type { ReactNode } from 'react'
import { useActing } from '#ui/console/acting.ts'
import { Go } from '#ui/console/go.tsx'

type ToCasesProps = { search: Record<string, string>; children: ReactNode }

/** A number leads to the rows it counts, for those who may see rows. */
export function ToCases({ search, children }: ToCasesProps) {
  const { permissions } = useActing()
  return permissions.has('cases.read') ? (
    <Go to="/cases" search={search}>
      {children}
    </Go>
  ) : (
    <>{children}</>
  )
}
