/** How a role is called, for the screens of other slices. */
export { roleText } from '../console/messages.ts'
