import { describe, expect, it } from '@jest/globals'
import { passwordProblem } from '../../../../adapters/desk/accounts/password-problem.ts'

const OWN = ['anna.nowak', 'Anna Żółkiewska']

describe('S14: a new password', () => {
  it.each([
    'cztery lampy nad jeziorem',
    'zielony rower je kapustę',
    'aaaaaaaaaaaa bez sensu co to jest',
    'gT7#kq9!Lw2z',
    'wszystkomalymiliteramiijedenciag',
    '🦊 lis i kura w lesie',
    `${'x'.repeat(40)}bardzo długie hasło jest dozwolone i nie jest ucinane`,
  ])('is taken: %s', password => {
    expect(passwordProblem(password, OWN)).toBeUndefined()
  })

  it.each(['krótkie', 'jedenaście1'])('is too short: %s', password => {
    expect(passwordProblem(password, OWN)).toBe('too-short')
  })

  it('counts characters, not bytes: 12 signs are enough, 256 may be, 257 are too many', () => {
    const signs = 'ąćęłńóśźżbdf'

    expect(passwordProblem(signs, OWN)).toBeUndefined()
    expect(passwordProblem(signs.repeat(22).slice(0, 256), OWN)).toBeUndefined()
    expect(passwordProblem(signs.repeat(22).slice(0, 257), OWN)).toBe('too-long')
  })

  it.each([
    'aaaaaaaaaaaa',
    '123456789012',
    'qwertyuiop123',
    'HasłoHasło123!',
    'P@ssw0rd2026!!',
    'Starostwo2026!',
    'świebodzin1234',
    'Anna.Nowak.123',
    'żółkiewska!!!!',
    'Listopad2026!!',
    'zaq12wsxZAQ!@#',
    'kochamCięMisiu',
    'PolskaPolska11',
    'poiuytrewq0987',
    'abcabcabcabcabc',
  ])('is too common: %s', password => {
    expect(passwordProblem(password, OWN)).toBe('too-common')
  })
})
