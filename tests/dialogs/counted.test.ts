import { expect, it } from '@jest/globals'
import { counted } from '../../dialogs/counted.ts'

it.each([
  [0, 'znaków'],
  [1, 'znak'],
  [2, 'znaki'],
  [4, 'znaki'],
  [5, 'znaków'],
  [12, 'znaków'],
  [14, 'znaków'],
  [21, 'znaków'],
  [22, 'znaki'],
  [112, 'znaków'],
  [124, 'znaki'],
])('counts %i %s', (count, noun) => {
  expect(counted(count, 'znak', 'znaki', 'znaków')).toBe(noun)
})
