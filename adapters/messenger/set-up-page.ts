import type { Graph } from './graph.ts'
import { type MessengerProfile, SUBSCRIBED_FIELDS } from './profile.ts'

/** Sets what a citizen sees before the first message, and has Meta send us what they write. Gives what it did. Throws `GraphError`. */
export async function setUpPage(graph: Pick<Graph, 'post'>, profile: MessengerProfile): Promise<readonly string[]> {
  await graph.post('me/messenger_profile', profile)
  await graph.post('me/subscribed_apps', { subscribed_fields: SUBSCRIBED_FIELDS.join(',') })
  const [greeting] = profile.greeting
  const [menu] = profile.persistent_menu
  return [
    `greeting: ${greeting?.text}`,
    'start button',
    `menu: ${menu?.call_to_actions.map(({ title }) => title).join(' · ')}`,
    `the page sends us: ${SUBSCRIBED_FIELDS.join(', ')}`,
  ]
}
