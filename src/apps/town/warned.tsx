import { Warnings } from '#modules/orders/town/warnings.tsx'

export const WarningsPage = () => <Warnings />
