import { parseArgs } from 'node:util'
import { benchDesk } from './desk.ts'
import { benchMessenger } from './messenger.ts'
import { benchPage } from './page.ts'
import { benchSearch } from './search.ts'
import { benchTurns } from './turns.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '3' }, json: { type: 'string' } },
})
const seconds = Number(values.seconds)

if (positionals.join() === 'turns' && seconds > 0) await benchTurns({ seconds, json: values.json })
else if (positionals.join() === 'search') benchSearch()
else if (positionals.join() === 'page') await benchPage()
else if (positionals.join() === 'desk') await benchDesk()
else if (positionals.join() === 'messenger') await benchMessenger()
else {
  process.stderr.write('Usage: npm run bench -- search | page | desk | messenger | turns [--seconds N] [--json FILE]\n')
  process.exitCode = 2
}
