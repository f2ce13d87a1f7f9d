import type { Dialog } from './dialog.ts'

/**
 * Words of a danger to life that must never be missed, folded. Each is followed by nothing a county office deals with:
 * "wypadek" alone is not here, as citizens also ask about papers after one.
 */
const DANGER = [
  /\b(zabij(e|ac)|zabic|powiesz?(e|ic)|potne|skrzywdze|otruje) sie\b/,
  /\bsamoboj/,
  /\b(chce|chcialbym|chcialabym|wole) (juz )?umrzec\b/,
  /\bnie (chce|mam po co|mam sily|dam rady) (mi sie )?(juz )?(dalej )?zyc\b/,
  /\bskoncz(e|yc) ze soba\b/,
  /\bzrob(ie|ic) sobie (krzywde|cos)\b/,
  /\b(maz|zona|ojciec|ojczym|syn|partner|chlopak|facet|konkubent|on|sasiad) \w*\s?(mnie|ja|dziecko|dzieci|matke) (bije|pobil|dusi|katuje)\b/,
  /\b(bije|pobil|dusi|katuje) (mnie|moja|moje|matke|dziecko|dzieci|zone|ja)\b/,
  /\bgrozi (mi|nam) (nozem|siekiera|bronia|smiercia|ze mnie zabije)\b/,
  /\b(nie oddycha|nieprzytomn|stracil przytomnosc|stracila przytomnosc)/,
  /\b(zgwalcil|gwalc)/,
  /\bpali sie (dom|blok|mieszkanie|budynek|las|auto|samochod|u)\b/,
  /\bczuc gaz\b|\bulatnia sie gaz\b/,
  /\b(sa|jest|lezy|leza) ranni?\b/,
]

/** A danger to life comes before everything else: 112 and a person. */
export const emergency: Dialog = ({ words }) => {
  const text = words.join(' ')
  return DANGER.some(pattern => pattern.test(text))
    ? { kind: 'handoff', reason: 'emergency', topic: 'conversation-emergency' }
    : undefined
}
