import { parseArgs } from 'node:util'
import { evaluate, type Options } from './evaluate.ts'

const USAGE = `Usage: npm run evaluate -- [--part test|development] [--no-peers] [--no-folds] [--json FILE] [--docs]
  --part      which golden questions; only the development part may be looked at for tuning. Default test.
  --no-peers  leaves the other engines out
  --no-folds  leaves the cross-validation over the sample questions out
  --json      writes all figures to FILE too
  --docs      writes tables and charts into docs/ too; needs all of them
`

const options = readOptions()
if (options) await evaluate(options)
else {
  process.stderr.write(USAGE)
  process.exitCode = 2
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        part: { type: 'string', default: 'test' },
        'no-peers': { type: 'boolean', default: false },
        'no-folds': { type: 'boolean', default: false },
        json: { type: 'string' },
        docs: { type: 'boolean', default: false },
      },
    })
    const { part, json, docs } = values
    const [peers, folds] = [!values['no-peers'], !values['no-folds']]
    if ((part !== 'test' && part !== 'development') || (docs && !(peers && folds))) return undefined
    return { part, peers, folds, json, docs }
  } catch {
    return undefined
  }
}
