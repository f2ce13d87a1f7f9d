import type { Dialog } from './dialog.ts'

const INSTITUTION =
  /^(urz(ad|edu|edzie|edow)|starostw\w*|ratusz\w*|gmin\w*|magistra\w*|wydzial\w*|mops\w*|gops\w*|pcpr\w*|dzielnic\w*|powiat\w*|bip\w*|delegatur\w*)$/

/** Folded beginnings of the names of towns and counties that are not this one. */
const ELSEWHERE =
  /^(warszaw|krakow|krakowi|lodzi|wroclaw|poznan|gdansk|gdyni|szczecin|bydgoszcz|lublin|bialystok|bialymstok|katowic|czestochow|radom|torun|kielc|rzeszow|gliwic|zabrz|olsztyn|bielsk|zielonej|zielona|gorzow|zagan|zar(y|ach)$|nowej|sulecin|miedzyrzec|slubic|krosn|wolsztyn|nowym|legnic|opol|koszalin|slupsk|leszn|konin|kalisz|walbrzych|mokotow|ursynow|zoliborz|berlin|frankfur)/

/** How far a town may stand from the institution: "urząd w Poznaniu", "wydział komunikacji w Zielonej Górze". */
const REACH = 4

/**
 * Another town's office is nobody's business here. A town alone is not enough: a car bought in Poznań is registered here.
 */
export const otherTown: Dialog = ({ words }) => {
  if (words.some(word => word.startsWith('swiebodzin'))) return undefined
  const named = words.some(
    (word, index) =>
      INSTITUTION.test(word) && words.slice(index + 1, index + 1 + REACH).some(later => ELSEWHERE.test(later)),
  )
  return named ? { kind: 'decline', reason: 'out-of-scope' } : undefined
}
