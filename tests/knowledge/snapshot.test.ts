import { describe, expect, it } from '@jest/globals'
import { readBase } from '../../knowledge/base.ts'
import { train } from '../../knowledge/search/train.ts'
import { createSnapshot, topicLabel } from '../../knowledge/snapshot.ts'
import { planted } from './sample-folder.ts'

const search = { topics: train([]) }

function snapshot() {
  const { base } = readBase(planted('not-covered/boat-registration.yaml', 'label: Rejestracja łodzi', 'label: Łódź'))
  if (!base) throw new Error('the sample folder has problems')
  const content = {
    office: base.office.value,
    entries: base.entries.map(entry => entry.value),
    notCovered: base.notCovered.map(topic => topic.value),
    ambiguous: base.notAnswered.value.clarify,
  }
  return createSnapshot('abc', content, search)
}

describe('a snapshot', () => {
  it('bears its version', () => {
    expect(snapshot().version).toBe('abc')
  })

  it('finds entries by id', () => {
    expect(snapshot().entries.get('parking-card')?.title).toBe('Karta parkingowa')
  })

  it('finds topics without an entry by id', () => {
    expect(snapshot().notCovered.get('boat-registration')?.title).toBe('Rejestracja łodzi')
  })

  it('keeps entries and other topics apart', () => {
    expect([...snapshot().entries.keys()].slice(-2)).toEqual(['office-hours', 'parking-card'])
  })

  it('knows the office', () => {
    expect(snapshot().office.name).toBe('Starostwo Powiatowe')
  })

  it('carries the search', () => {
    expect(snapshot().search).toBe(search)
  })
})

describe('the label of a topic', () => {
  it.each([
    ['an entry', 'office-hours', 'Godziny urzędu'],
    ['a topic without an entry', 'boat-registration', 'Łódź'],
    ['a foreign topic', 'intent-1', 'intent-1'],
  ])('of %s is found', (_, topic, label) => {
    expect(topicLabel(topic, snapshot())).toBe(label)
  })
})
