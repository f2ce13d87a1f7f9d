import { describe, expect, it } from '@jest/globals'
import { readBase } from '../../knowledge/base.ts'
import { printProblem } from '../../knowledge/problem.ts'
import { planted, sampleFolder } from './sample-folder.ts'

function without(...paths: readonly string[]) {
  return sampleFolder().filter(file => !paths.includes(file.path))
}

describe('a folder without faults', () => {
  it('has no problems', () => {
    expect(readBase(sampleFolder()).problems).toEqual([])
  })

  it('gives its entries, each with its file', () => {
    const entries = readBase(sampleFolder()).base?.entries.map(({ file, value }) => [file, value.id])

    expect(entries).toEqual([
      ['conversation/conversation-are-you-human.yaml', 'conversation-are-you-human'],
      ['conversation/conversation-emergency.yaml', 'conversation-emergency'],
      ['conversation/conversation-what-can-you-do.yaml', 'conversation-what-can-you-do'],
      ['office/office-hours.yaml', 'office-hours'],
      ['procedures/parking-card.yaml', 'parking-card'],
    ])
  })

  it('gives the topics without an entry', () => {
    expect(readBase(sampleFolder()).base?.notCovered.map(topic => topic.value.id)).toEqual(['boat-registration'])
  })

  it('gives the office', () => {
    expect(readBase(sampleFolder()).base?.office.value.name).toBe('Starostwo Powiatowe')
  })

  it('gives what must not be answered', () => {
    expect(readBase(sampleFolder()).base?.notAnswered.value.reasons['own-case']).toEqual(['co z moją sprawą'])
  })

  it('may be without entries', () => {
    const files = sampleFolder().filter(({ path }) => !/^(conversation|office|procedures)\//.test(path))

    expect(readBase(files).base?.entries).toEqual([])
  })
})

describe('a folder with faults', () => {
  it.each(['office.yaml', 'not-answered.yaml'])('lacks %s', path => {
    expect(readBase(without(path)).problems.map(printProblem)).toEqual([
      `${path}:1: brakuje tego pliku. Każda baza wiedzy go potrzebuje.`,
    ])
  })

  it('lacks both at once when it is empty', () => {
    expect(readBase([]).problems).toHaveLength(2)
  })

  it.each([
    ['an entry', planted('procedures/parking-card.yaml', 'title: Karta parkingowa\n', '')],
    ['a topic without an entry', planted('not-covered/boat-registration.yaml', 'title: Rejestracja łodzi\n', '')],
    ['the office', planted('office.yaml', 'name: Starostwo Powiatowe\n', '')],
    ['what must not be answered', planted('not-answered.yaml', '    - co z moją sprawą\n', '')],
  ])('is no base when %s does not fit', (_, files) => {
    const { base, problems } = readBase(files)

    expect(base).toBeUndefined()
    expect(problems).toHaveLength(1)
  })

  it('gives the problems of all files at once', () => {
    const files = planted('procedures/parking-card.yaml', 'amount: 21', 'amount: -21')
      .map(file => (file.path === 'office/office-hours.yaml' ? { ...file, text: 'title: "' } : file))
      .filter(file => file.path !== 'office.yaml')

    const places = readBase(files).problems.map(problem => problem.file)

    expect(new Set(places)).toEqual(
      new Set(['office.yaml', 'office/office-hours.yaml', 'procedures/parking-card.yaml']),
    )
  })
})
