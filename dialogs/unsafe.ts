import type { Dialog } from './dialog.ts'
import { createListener } from './wording.ts'

/** The plainest wishes to do something unlawful; the rest is left to the search. */
const isUnlawful = createListener([
  {
    key: 'lewe, lewy, lewa, lewego, falszywe, falszywy, podrobione, podrobiony',
    near: ['kupie, kupic, zalatwic, wyrobic, zrobic', 'prawo jazdy, prawko, dowod*, papier*, zaswiadczen*, orzeczeni*'],
  },
  { key: 'prawo jazdy, prawko', near: ['kupie, kupic', 'bez egzaminu, bez kursu'] },
  { key: 'wlamac', near: ['jak, chce, pomoz', 'profil*, konto, system*, cepik*, skrzynk*, baz*'] },
  { key: 'podrobic, sfalszowac', near: ['jak, chce, pomoz'], unless: 'ktos' },
  { key: 'lapowk*, w lape', near: ['ile, komu, jak', 'dac, dam, wreczyc'] },
])

/** What breaks the law or harms somebody gets no help. */
export const unsafe: Dialog = ({ words }) => (isUnlawful(words) ? { kind: 'decline', reason: 'unsafe' } : undefined)
