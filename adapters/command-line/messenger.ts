import { parseArgs } from 'node:util'
import { readBase } from '../../knowledge/base.ts'
import { inReadingOrder } from '../../knowledge/problem.ts'
import { ConfigError, readConfig } from '../config.ts'
import { loadFolder } from '../knowledge/derived-knowledge.ts'
import { KnowledgeError, knowledgeError } from '../knowledge/knowledge-error.ts'
import { checkPage } from '../messenger/check-page.ts'
import { createGraph, type Graph } from '../messenger/graph.ts'
import { GraphError } from '../messenger/graph-error.ts'
import { type MessengerProfile, messengerProfile } from '../messenger/profile.ts'
import { setUpPage } from '../messenger/set-up-page.ts'

const USAGE = `Usage:
  npm run messenger -- setup    sets greeting, start button and menu of the page, and has Meta send us what citizens write
  npm run messenger -- check    looks with Meta whether token, app secret, subscriptions and menu are right
The guide is docs/messenger.md.`

const { positionals } = parseArgs({ allowPositionals: true })

try {
  process.exitCode = await run(positionals.join(' '))
} catch (error) {
  const isForTheOperator = [ConfigError, KnowledgeError, GraphError].some(kind => error instanceof kind)
  if (!isForTheOperator || !(error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}

/** Gives the exit status. */
async function run(command: string): Promise<number> {
  if (command !== 'setup' && command !== 'check') {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const { messenger, knowledgeDir } = readConfig(process.env)
  if (!messenger) {
    throw new ConfigError([
      'MESSENGER_VERIFY_TOKEN, MESSENGER_APP_SECRET, MESSENGER_PAGE_ACCESS_TOKEN: must be set. docs/messenger.md says where to find them.',
    ])
  }
  const { base, problems } = readBase(loadFolder(knowledgeDir))
  if (!base) throw knowledgeError(knowledgeDir, inReadingOrder(problems))
  const profile = messengerProfile(base.office.value)
  const graph = createGraph(messenger)
  return command === 'setup' ? setUp(graph, profile) : check(graph, profile)
}

async function setUp(graph: Graph, profile: MessengerProfile): Promise<number> {
  for (const line of await setUpPage(graph, profile)) print(line)
  print('Done. Now run "npm run messenger -- check".')
  return 0
}

async function check(graph: Graph, profile: MessengerProfile): Promise<number> {
  const findings = await checkPage(graph, profile)
  for (const { what, isRight, advice } of findings)
    print(isRight ? `right: ${what}` : `WRONG: ${what}\n       ${advice}`)
  return findings.every(({ isRight }) => isRight) ? 0 : 1
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
