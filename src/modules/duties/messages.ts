import { defineMessages } from '#kernel/messages.ts'

/** Reasons that the house itself writes into the history of the duty list. */
export const reasons = defineMessages({
  shipped: ['随平台提供的初始清单', 'First list, shipped with the platform'],
})
