import { describe, expect, it } from '@jest/globals'
import { readBase } from '../../knowledge/base.ts'
import { needsConfirmation } from '../../knowledge/confirmation.ts'
import type { Entry } from '../../knowledge/entry.ts'
import type { ContentFile } from '../../knowledge/parse.ts'
import { planted, sampleFolder } from './sample-folder.ts'

const CONVERSATION: ContentFile = {
  path: 'conversation/conversation-thanks.yaml',
  text: `id: conversation-thanks
kind: conversation
title: Podziękowanie
label: Podziękowanie
department: general
checked: "2026-11-20"
review: "2027-05-31"
sources: { blog: { title: Blog, checked: "2026-11-20" } }
answer: [Proszę bardzo.]
questions: { general: [dziękuję] }
`,
}

function entry(id: string, files: readonly ContentFile[] = sampleFolder()): Entry {
  const found = readBase(files).base?.entries.find(each => each.value.id === id)
  if (!found) throw new Error(`no entry "${id}"`)
  return found.value
}

describe('an entry', () => {
  it('needs confirmation when it has a source that the office did not publish', () => {
    expect(needsConfirmation(entry('parking-card'))).toBe(true)
  })

  it('needs none when the office published all its sources', () => {
    expect(needsConfirmation(entry('office-hours'))).toBe(false)
  })

  it('needs confirmation when one of several sources is not by the office', () => {
    const other = '  gov-pl:\n    title: Serwis gov.pl\n    checked: "2026-11-20"\nanswer:'

    const files = planted('office/office-hours.yaml', 'answer:', other)

    expect(needsConfirmation(entry('office-hours', files))).toBe(true)
  })

  it('needs none once the office has confirmed it', () => {
    const files = planted('procedures/parking-card.yaml', 'sources:', 'confirmed: "2026-11-21"\nsources:')

    expect(needsConfirmation(entry('parking-card', files))).toBe(false)
  })

  it('needs none when it is mere conversation', () => {
    expect(needsConfirmation(entry('conversation-thanks', [...sampleFolder(), CONVERSATION]))).toBe(false)
  })
})
