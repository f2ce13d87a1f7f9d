import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createListener, createMender, createVocabulary } from '../../dialogs/wording.ts'

const says = (text: string, ...wordings: Parameters<typeof createListener>[0]) =>
  createListener(wordings)(text.split(' '))

describe('a wording', () => {
  it.each([
    ['mama krwawi', 'krwawi'],
    ['mama krwawi', 'leci krew, krwawi'],
    ['mamie leci krew', 'leci krew, krwawi'],
    ['mama zemdlala wczoraj', 'zemdla*'],
    ['mama nie oddychala', 'nie oddycha*'],
    ['czemu mi odmowiliscie', '*liscie'],
  ])('in „%s” is heard by its key „%s”', (text, key) => {
    expect(says(text, { key })).toBe(true)
  })

  it.each([
    ['mama wykrwawia', 'krwawi'],
    ['krwawiaca mama', 'krwawi'],
    ['krew mu leci', 'leci krew'],
    ['nie mama oddycha', 'nie oddycha'],
  ])('is not in „%s”, with the key „%s”', (text, key) => {
    expect(says(text, { key })).toBe(false)
  })

  it.each(['on ma noz', 'noz to on ma', 'ma w domu w szafie noz'])('has what is near the key: „%s”', text => {
    expect(says(text, { key: 'noz', near: ['on, w', 'ma'] })).toBe(true)
  })

  it('has everything that is near within four words', () => {
    const wording = { key: 'noz', near: ['ma'] }

    expect(says('ma a a a a noz', wording)).toBe(true)
    expect(says('ma a a a a a noz', wording)).toBe(false)
    expect(says('noz a a a a ma', wording)).toBe(true)
    expect(says('noz a a a a a ma', wording)).toBe(false)
  })

  it('has every list of what is near', () => {
    expect(says('on nie ma', { key: 'ma', near: ['on', 'noz'] })).toBe(false)
  })

  it('means something else near certain words', () => {
    const wording = { key: 'umrzec', near: ['chce'], unless: 'ze smiechu' }

    expect(says('chce umrzec', wording)).toBe(true)
    expect(says('chce umrzec ze smiechu', wording)).toBe(false)
    expect(says('chce umrzec ze smiechu a potem znowu naprawde bardzo chce umrzec', wording)).toBe(true)
  })

  it('is one of several', () => {
    expect(says('mama krwawi', { key: 'noz' }, { key: 'krwawi' })).toBe(true)
  })

  it('is heard wherever it stands among other words', () => {
    const other = fc.array(fc.constantFrom('a', 'la', 'krwaw', 'nozem', ''), { maxLength: 40 })
    fc.assert(
      fc.property(other, other, (before, after) => {
        expect(createListener([{ key: 'krwawi' }])([...before, 'krwawi', ...after])).toBe(true)
        expect(createListener([{ key: 'krwawi' }])([...before, ...after])).toBe(false)
      }),
    )
  })

  it('is not heard in nothing', () => {
    expect(createListener([{ key: 'krwawi' }])([])).toBe(false)
  })
})

describe('a vocabulary', () => {
  const isWish = createVocabulary('prosze, czy mozna, czlowiek*')

  it.each(['prosze', 'czlowieka prosze', 'czy mozna czlowieka'])('has all words of „%s”', text => {
    expect(isWish(text.split(' '))).toBe(true)
  })

  it.each(['prosze pana', 'czy prosze', 'mozna', 'proszeczlowieka'])('has not all words of „%s”', text => {
    expect(isWish(text.split(' '))).toBe(false)
  })

  it('has no words of nothing', () => {
    expect(isWish([])).toBe(false)
  })
})

describe('mending', () => {
  const meant = ['czlowiekiem', 'prawnikiem']

  it.each([
    ['czlwoiekiem', 'czlowiekiem'],
    ['czowiekiem', 'czlowiekiem'],
    ['czlowiekeim', 'czlowiekiem'],
    ['czlowiekiem', 'czlowiekiem'],
    ['prawnikiem', 'prawnikiem'],
  ])('makes of %s %s', (word, mended) => {
    expect(createMender(meant)([word])).toEqual([mended])
  })

  it.each(['pracownikiem', 'zlowiekiem', 'czek', 'rower', ''])('leaves %s alone', word => {
    expect(createMender(['czlowiekiem'])([word])).toEqual([word])
  })
})
