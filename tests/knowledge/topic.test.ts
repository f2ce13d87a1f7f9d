import { describe, expect, it } from '@jest/globals'
import { ASPECTS, DEPARTMENTS, LEARNT_REASONS } from '../../knowledge/topic.ts'

describe('the closed lists', () => {
  it('have the aspects of the batch contract', () => {
    const contract = 'documents fee deadline place how who appeal legal-basis consequences general'.split(' ')

    expect(ASPECTS.toSorted()).toEqual(contract.toSorted())
  })

  it('have the departments of the knowledge map', () => {
    const map = 'transport building geodesy environment citizens every general'.split(' ')

    expect(DEPARTMENTS.toSorted()).toEqual(map.toSorted())
  })

  it('have every reason of the batch contract but "not-known", which no sample can teach', () => {
    const contract = 'own-case legal-advice asked-for-person emergency not-understood out-of-scope unsafe'.split(' ')

    expect(LEARNT_REASONS.toSorted()).toEqual(contract.toSorted())
  })
})
