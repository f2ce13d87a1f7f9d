import type { Dialog } from './dialog.ts'
import { DISPUTES } from './disputes.ts'
import { createListener } from './wording.ts'

const asksForAdvice = createListener(DISPUTES)

/** Who names the free lawyer, the consumer advocate or a paper of the office's registers wants a way, not advice. */
const asksForWay = createListener([
  { key: 'darmow*, bezplatn*, nieodplatn*, za darmo, bez grosza, bez pieniedzy, bez pieniadze, nie stac mnie' },
  { key: 'punkt, punkcie, punktu, u tego prawnika, rzecznik*' },
  {
    key: 'wypis*, ewidencj*, kopi* mapy, rejestr* gruntow, rejestrze gruntow, zapisan*',
    near: ['jak, co, czy, gdzie, by'],
  },
])

/** Disputes are not judged here, and letters are not written for one side. */
export const legalAdvice: Dialog = ({ words }) =>
  asksForAdvice(words) && !asksForWay(words) ? { kind: 'handoff', reason: 'legal-advice', topic: null } : undefined
