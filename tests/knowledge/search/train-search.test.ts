import { describe, expect, it } from '@jest/globals'
import { readBase } from '../../../knowledge/base.ts'
import type { ContentFile } from '../../../knowledge/parse.ts'
import { search, type TrainedSearch } from '../../../knowledge/search/search.ts'
import { trainBareSearch, trainSearch } from '../../../knowledge/search/train-search.ts'
import { LEARNT_REASONS } from '../../../knowledge/topic.ts'
import { sampleFolder } from '../sample-folder.ts'
import { TOY_QUESTIONS } from './toy-questions.ts'

const GREETING: ContentFile = {
  path: 'conversation/conversation-greeting.yaml',
  text: `id: conversation-greeting
kind: conversation
title: Powitanie
label: Powitanie
department: general
checked: "2026-11-20"
review: "2027-05-31"
answer: [Dzień dobry.]
questions:
  how: [dzień dobry, dobry wieczór, dzień dobry wszystkim]
`,
}

function trainedOn(files: readonly ContentFile[]): TrainedSearch {
  const { base } = readBase(files)
  if (!base) throw new Error('the sample folder has problems')
  return trainSearch(base)
}

const trained = trainedOn([...sampleFolder(), GREETING])

describe('training on a base', () => {
  it.each(['office-hours', 'parking-card', 'boat-registration', 'conversation-greeting'])('learns %s', topic => {
    expect(trained.topics.labels).toContain(topic)
  })

  it('labels the reasons for not answering as such', () => {
    const reasons = trained.topics.labels.filter(label => label.startsWith('reason:'))

    expect(reasons).toEqual(
      LEARNT_REASONS.filter(reason => reason !== 'emergency')
        .map(reason => `reason:${reason}`)
        .toSorted(),
    )
  })

  it('learns emergencies as the topic that answers them', () => {
    expect(search('karetka', trained).topics[0]?.topic).toBe('conversation-emergency')
  })

  it('finds a topic without an entry', () => {
    expect(search('rejestracja łodzi', trained).topics[0]?.topic).toBe('boat-registration')
  })

  it('finds a reason for not answering', () => {
    expect(search('podrobić', trained).reasons[0]?.reason).toBe('unsafe')
  })

  it('learns the aspects of entries, but not of conversation', () => {
    expect(trained.aspects?.labels).toEqual(['fee', 'general'])
  })

  it('gives the same search each time', () => {
    expect(trainedOn([...sampleFolder(), GREETING])).toEqual(trained)
  })
})

describe('training a bare index', () => {
  it('learns the labels of its samples', () => {
    const bare = trainBareSearch(TOY_QUESTIONS, 'pl')

    expect(search('karta parkingowa', bare).topics[0]?.topic).toBe('parking-card')
  })

  it('has no aspects', () => {
    expect(trainBareSearch(TOY_QUESTIONS, 'pl')).not.toHaveProperty('aspects')
  })

  it('remembers its language', () => {
    expect(trainBareSearch([{ text: 'opening hours', label: 'hours' }], 'en').language).toBe('en')
  })
})
