import { describe, expect, it } from '@jest/globals'
import { DeliveryError } from '../../bot/delivery-error.ts'

describe('a delivery error', () => {
  it('says whether another attempt can help, and keeps its cause', () => {
    const cause = new Error('socket closed')

    const error = new DeliveryError('the channel could not be reached', false, { cause })

    expect(error).toMatchObject({ name: 'DeliveryError', isFinal: false, cause })
    expect(String(error)).toBe('DeliveryError: the channel could not be reached')
  })
})
