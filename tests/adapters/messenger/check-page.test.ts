import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { checkPage } from '../../../adapters/messenger/check-page.ts'
import { createGraph } from '../../../adapters/messenger/graph.ts'
import { messengerProfile } from '../../../adapters/messenger/profile.ts'
import { setUpPage } from '../../../adapters/messenger/set-up-page.ts'
import { createKnowledge } from '../../fixtures/knowledge.ts'
import { APP_SECRET, type GraphStandIn, PAGE_TOKEN, startGraphStandIn } from '../../setup/graph-stand-in.ts'

const profile = messengerProfile(createKnowledge().office)

let standIn: GraphStandIn

beforeEach(async () => {
  standIn = await startGraphStandIn()
})

afterEach(async () => {
  await standIn.stop()
  expect(standIn.faults).toEqual([])
})

const graph = (pageAccessToken = PAGE_TOKEN, appSecret = APP_SECRET) =>
  createGraph({ graphUrl: standIn.url, pageAccessToken, appSecrets: [appSecret] })

describe('a page on Messenger', () => {
  it('is set up with greeting, start button, menu and subscriptions, and then everything is right', async () => {
    const done = await setUpPage(graph(), profile)

    expect(done.join('\n')).toMatch(
      /greeting: Odpowiada[\s\S]*menu: Zadaj pytanie · Pracownik[\s\S]*messaging_postbacks/,
    )
    expect(standIn.profile()).toEqual(profile)
    expect((await checkPage(graph(), profile)).map(({ isRight }) => isRight)).toEqual([true, true, true])
  })

  it('that was not set up is told what is missing, and what to do', async () => {
    const [token, ...others] = await checkPage(graph(), profile)

    expect(token?.what).toBe(
      'the token is that of the page "Starostwo (test)" (1081), and the app secret is that of its app',
    )
    expect(others.map(({ what, isRight }) => [what, isRight])).toEqual([
      ['the page does not send us: messages, messaging_postbacks', false],
      ['set otherwise than here: greeting, start button, menu', false],
    ])
    expect(others.every(({ advice }) => advice.includes('npm run messenger -- setup'))).toBe(true)
  })

  it.each([
    ['token', () => graph('fake-expired'), /401\/190: Invalid OAuth access token/],
    ['app secret', () => graph(undefined, 'fake-other'), /Invalid appsecret_proof/],
  ])('with a wrong %s is told so, and nothing further is asked', async (_what, wrong, expected) => {
    const [finding, ...others] = await checkPage(wrong(), profile)

    expect(finding).toMatchObject({ isRight: false, what: expect.stringMatching(expected) })
    expect(finding?.advice).toContain('docs/messenger.md')
    expect(others).toEqual([])
  })
})
