import { describe, expect, it } from '@jest/globals'
import { mailLink } from '../../../../adapters/website/widget/ui/mail-link.ts'

const bodyOf = (link: string) => new URLSearchParams(link.slice('mailto:?'.length)).get('body')

describe('R03: the link to a letter with the conversation', () => {
  it('leaves the address to the citizen', () => {
    expect(mailLink('Ty:\r\nile?')).toBe(
      'mailto:?subject=Zapis%20rozmowy%20z%20asystentem%20urz%C4%99du&body=Ty%3A%0D%0Aile%3F',
    )
  })

  it('leaves out the lines that do not fit, and says so', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `${index} żółw & łódź 👍`)

    const link = mailLink(lines.join('\r\n'))

    expect(link.length).toBeLessThan(2_000)
    const [last, ...kept] = (bodyOf(link) ?? '').split('\r\n').reverse()
    expect(last).toBe('Reszta jest w pliku, który można pobrać w czacie.')
    expect(kept.reverse()).toEqual(lines.slice(0, kept.length))
    expect(kept.length).toBeGreaterThan(10)
  })

  it('leaves out half a sign', () => {
    expect(bodyOf(mailLink('a\ud83db'))).toBe('ab')
  })

  it('has no line of one message that is too long', () => {
    expect(bodyOf(mailLink(`Ty\r\n${'ą'.repeat(2_000)}`))).toBe(
      'Ty\r\nReszta jest w pliku, który można pobrać w czacie.',
    )
  })
})
