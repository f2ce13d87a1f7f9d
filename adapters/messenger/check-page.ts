import { z } from 'zod'
import type { Graph } from './graph.ts'
import { GraphError } from './graph-error.ts'
import { type MessengerProfile, SUBSCRIBED_FIELDS } from './profile.ts'

/** One thing that was looked at; `advice` says what to do where it is wrong. */
export type Finding = { readonly what: string; readonly isRight: boolean; readonly advice: string }

const page = z.object({ id: z.string(), name: z.string() })
const subscriptions = z.object({ data: z.array(z.object({ subscribed_fields: z.array(z.string()).default([]) })) })
const profiles = z.object({
  data: z.array(
    z.object({
      greeting: z.array(z.object({ locale: z.string(), text: z.string() })).optional(),
      get_started: z.object({ payload: z.string() }).optional(),
      persistent_menu: z
        .array(z.object({ call_to_actions: z.array(z.object({ title: z.string(), payload: z.string().optional() })) }))
        .optional(),
    }),
  ),
})

/** Looks with Meta whether the page is connected. Where the token is refused, nothing further can be asked. */
export async function checkPage(graph: Pick<Graph, 'get'>, expected: MessengerProfile): Promise<readonly Finding[]> {
  const token = await look(async () => {
    const { id, name } = page.parse(await graph.get('me', { fields: 'id,name' }))
    return `the token is that of the page "${name}" (${id}), and the app secret is that of its app`
  }, 'Make a new page token at Meta and compare the app secret: docs/messenger.md, steps 3 and 4.')
  if (!token.isRight) return [token]
  return [
    token,
    await look(async () => {
      const { data } = subscriptions.parse(await graph.get('me/subscribed_apps', { fields: 'subscribed_fields' }))
      const fields = data.flatMap(app => app.subscribed_fields)
      const missing = SUBSCRIBED_FIELDS.filter(field => !fields.includes(field))
      if (missing.length > 0) throw new Error(`the page does not send us: ${missing.join(', ')}`)
      return `the page sends us: ${fields.join(', ')}`
    }, 'Run "npm run messenger -- setup".'),
    await look(async () => {
      const query = { fields: 'greeting,get_started,persistent_menu' }
      const [kept] = profiles.parse(await graph.get('me/messenger_profile', query)).data
      const wrong = differences(kept, expected)
      if (wrong.length > 0) throw new Error(`set otherwise than here: ${wrong.join(', ')}`)
      return 'greeting, start button and menu are those of this version'
    }, 'Run "npm run messenger -- setup".'),
  ]
}

function differences(
  kept: z.infer<typeof profiles>['data'][number] | undefined,
  expected: MessengerProfile,
): readonly string[] {
  const menuOf = ({ persistent_menu = [] }: Pick<NonNullable<typeof kept>, 'persistent_menu'>) =>
    JSON.stringify(persistent_menu[0]?.call_to_actions.map(({ title, payload }) => [title, payload]))
  return [
    ...(kept?.greeting?.[0]?.text === expected.greeting[0]?.text ? [] : ['greeting']),
    ...(kept?.get_started?.payload === expected.get_started.payload ? [] : ['start button']),
    ...(kept && menuOf(kept) === menuOf(expected) ? [] : ['menu']),
  ]
}

async function look(ask: () => Promise<string>, advice: string): Promise<Finding> {
  try {
    return { what: await ask(), isRight: true, advice }
  } catch (error) {
    if (error instanceof z.ZodError)
      return { what: 'Meta answers in a shape that is unknown here', isRight: false, advice }
    if (error instanceof GraphError || error instanceof Error) return { what: error.message, isRight: false, advice }
    throw error
  }
}
