import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { realKnowledge } from '../setup/knowledge.ts'
import { FAULTS } from './all-faults.ts'
import type { Fault, Finding, Trial } from './fault.ts'
import { FULL, type Pace, SCALED } from './pace.ts'
import { createStores, type StoreKind } from './stores.ts'

const USAGE = `Usage: npm run faults -- [F01 …] [--kills N] [--minutes N] [--full] [--json FILE]
  F01 …        these faults only
  --kills N    so many random kills on each store (F01)
  --minutes N  spread over so many minutes; otherwise as fast as the service comes back
  --full       durations as reliability.md gives them; otherwise shortened
  --json FILE  the results, with every violation
`

type Result = Finding & {
  readonly fault: string
  readonly title: string
  readonly store: StoreKind
  readonly seconds: number
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' },
    minutes: { type: 'string' },
    full: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
})

const chosen = FAULTS.filter(({ id }) => positionals.length === 0 || positionals.includes(id))
const numbers = [values.kills, values.minutes].filter(value => value !== undefined).map(Number)
if (chosen.length === 0 || numbers.some(value => !(value > 0))) {
  process.stderr.write(USAGE)
  process.exit(2)
}

const results = await tryAll(chosen, paceOf(values.full))
process.stdout.write(table(results))
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(results, null, 2))
process.exit(results.some(({ violations }) => violations.length > 0) ? 1 : 0)

function paceOf(isFull: boolean): Pace {
  const pace = isFull ? FULL : SCALED
  return {
    ...pace,
    kills: values.kills === undefined ? pace.kills : Number(values.kills),
    killsOverMs: values.minutes === undefined ? pace.killsOverMs : Number(values.minutes) * 60_000,
  }
}

async function tryAll(faults: readonly Fault[], pace: Pace): Promise<readonly Result[]> {
  realKnowledge()
  const stores = createStores()
  const done: Result[] = []
  for (const fault of faults) {
    for (const kind of fault.stores) {
      const result = await tryOne(fault, { stores, kind, pace })
      done.push(result)
      const lines = result.violations.slice(0, 20).map(violation => `    ${violation}\n`)
      process.stderr.write(`${fault.id} ${kind}: ${fault.title}: ${result.violations.length}\n${lines.join('')}`)
    }
  }
  await stores.stop()
  return done
}

/** What cannot be tried to its end is a violation, too. */
async function tryOne(fault: Fault, trial: Trial): Promise<Result> {
  const started = performance.now()
  const finding = await fault
    .run(trial)
    .catch((error: unknown): Finding => ({ violations: [`not finished: ${error}`], messages: 0, breaks: 0 }))
  const seconds = (performance.now() - started) / 1000
  return { fault: fault.id, title: fault.title, store: trial.kind, seconds, ...finding }
}

function table(all: readonly Result[]): string {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index < 2 ? String(cell).padEnd(12) : String(cell).padStart(12))).join('')
  const groups = Map.groupBy(all, ({ fault, store }) => `${fault} ${store}`)
  const sum = (list: readonly Result[], of: (result: Result) => number) =>
    Math.round(list.reduce((total, result) => total + of(result), 0))
  const lines = [...groups.values()].map(list =>
    row([
      list[0]?.fault ?? '',
      list[0]?.store ?? '',
      list.length,
      sum(list, ({ messages }) => messages),
      sum(list, ({ breaks }) => breaks),
      sum(list, ({ seconds }) => seconds),
      sum(list, ({ violations }) => violations.length),
    ]),
  )
  const head = row(['fault', 'store', 'runs', 'messages', 'breaks', 'seconds', 'violations'])
  return `${[head, ...lines].join('\n')}\n`
}
