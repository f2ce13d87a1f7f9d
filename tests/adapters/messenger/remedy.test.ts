import { describe, expect, it } from '@jest/globals'
import { GraphError } from '../../../adapters/messenger/graph-error.ts'
import { type Remedy, remedyOf } from '../../../adapters/messenger/remedy.ts'

/** Status, code, subcode, words. */
const REFUSALS: readonly (readonly [Remedy, number, number | null, number | null, string?])[] = [
  ['wait-for-citizen', 400, 10, 2018278],
  ['wait-for-citizen', 400, 10, 2018065],
  ['wait-for-citizen', 400, 10, 2534022],
  ['wait-for-citizen', 400, 10, null, '(#10) This message is sent outside of allowed window.'],
  ['permission', 403, 10, null, '(#10) Application does not have permission for this action'],
  ['give-up', 400, 10, 2018108],
  ['give-up', 400, 100, 2018001],
  ['give-up', 400, 100, 2534014],
  ['give-up', 400, 100, null, '(#100) Param message[text] must be at most 2000 characters long'],
  ['repair', 400, 100, null, 'Invalid appsecret_proof provided in the API argument'],
  ['repair', 401, 190, 463],
  ['repair', 400, 190, null],
  ['permission', 403, 200, 2018028],
  ['permission', 400, 230, null],
  ['permission', 400, 283, null],
  ['permission', 400, 368, null],
  ['give-up', 400, 200, 1545041],
  ['give-up', 400, 551, 1545041],
  ['give-up', 400, 551, null],
  ['retry', 400, 613, null],
  ['retry', 400, 4, null],
  ['retry', 400, 80006, null],
  ['retry', 500, 1200, null],
  ['retry', 500, 2, null],
  ['retry', 503, null, null],
  ['retry', 429, null, null],
  ['retry', 0, null, null],
  ['repair', 401, null, null],
  ['give-up', 404, null, null],
  ['give-up', 400, 2018999, null],
]

describe('what can be done about a refusal of the Graph API', () => {
  it.each(REFUSALS)('%s: %s/%s/%s %s', (remedy, status, code, subcode, message = 'refused') => {
    expect(remedyOf(new GraphError(message, { status, code, subcode }))).toBe(remedy)
  })
})
