import type { Dialog } from './dialog.ts'

const PERSON =
  '(czlowiek\\w*|pracownik\\w*|urzednik\\w*|urzedniczk\\w*|konsultant\\w*|osob\\w*|kims|kim|doradc\\w*|obslug\\w*|kogos)'

/** Explicit wishes for a person. Questions about clerks ("czy urzędnik może…") are left to the search. */
const WISHES = [
  new RegExp(
    `\\b(polacz\\w*|porozmawia\\w*|rozmawia\\w*|pogada\\w*|gadac|rozmow[aey]) (\\w+ ){0,4}?(z )?(\\w+ )?${PERSON}\\b`,
  ),
  new RegExp(
    `\\b(chce|wole|poprosze|prosze o|dajcie|dawaj|daj) (mi )?(\\w+ )?(zywego |zywa |prawdziw\\w+ )?${PERSON}$`,
  ),
  /^(czlowiek|konsultant|urzednik|pracownik|zywy czlowiek|do konsultanta|do czlowieka)$/,
  /\bporozmawiaj z pracownikiem\b/,
]

/** Longer messages are stories in which somebody once spoke with a clerk, not a wish to speak with one now. */
const MOST_WORDS = 14

/** Whoever wants a person need not ask a question first. */
export const askForClerk: Dialog = ({ words }) => {
  const text = words.join(' ')
  return words.length <= MOST_WORDS && WISHES.some(pattern => pattern.test(text))
    ? { kind: 'handoff', reason: 'asked-for-person', topic: null }
    : undefined
}
