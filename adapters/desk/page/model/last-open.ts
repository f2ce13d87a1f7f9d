const KEY = 'desk-open'

/** The conversation that was open in this tab, so that a reload goes on where it was. */
export const LAST_OPEN = {
  read: () => sessionStorage.getItem(KEY),
  keep: (conversationId: string) => sessionStorage.setItem(KEY, conversationId),
  forget: () => sessionStorage.removeItem(KEY),
}
