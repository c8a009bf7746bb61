import { Answering, Known } from './home-panels.tsx'
import { HouseholdPage as Household } from '#modules/homes/console/household.tsx'
import { ResidentSelect } from '#modules/homes/parts/resident-select.tsx'
import { Lived } from '#modules/homes/parts/lived.tsx'
import { ResidentPage as Resident } from '#modules/people/console/resident.tsx'

/** A household with what other slices know of the same door: each adds a panel here. */
export const HouseholdPage = () => (
  <Household
    more={(household) => (
      <>
        <Answering household={household} />
        <Known household={household} />
      </>
    )}
  />
)

/** A resident with where they lived, which homes know. */
export const ResidentPage = () => <Resident homes={(person) => <Lived person={person} />} choose={<ResidentSelect />} />
