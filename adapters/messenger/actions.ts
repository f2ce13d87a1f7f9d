/** What the buttons of Messenger's menu say to us. A payload with any other word is the label of a choice. */
export const ACTIONS = {
  start: 'action:start',
  ask: 'action:ask',
  person: 'action:person',
  privacy: 'action:privacy',
  copy: 'action:copy',
  erase: 'action:erase',
  eraseNow: 'action:erase-now',
  keep: 'action:keep',
} as const

export type Action = keyof typeof ACTIONS

export function actionOf(payload: string | null): Action | undefined {
  return ACTION_NAMES.find(name => ACTIONS[name] === payload)
}

const ACTION_NAMES = [
  'start',
  'ask',
  'person',
  'privacy',
  'copy',
  'erase',
  'eraseNow',
  'keep',
] as const satisfies readonly Action[]
