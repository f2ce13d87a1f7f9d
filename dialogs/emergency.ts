import { DANGERS } from './dangers.ts'
import type { Dialog } from './dialog.ts'
import { createListener, createMender } from './wording.ts'

const tellsOfDanger = createListener(DANGERS)

/** Words that are heard in spite of a slip; with them stand the words that would be taken for a slip of one. */
const OFTEN_MISSPELT = [
  'samobojstwo samobojstwa samobojstwie samobojcze skoncze skocze skoncz skocz nozem siekiera zgwalcil molestuje',
  'oddycha oddychac nieprzytomny nieprzytomna nieprzytomnie przytomnosc krwawi krwotok dusznosci tabletki',
  'ranny ranna ranni rano rana rany rane uwieziony uwieziona pogotowie ratunku pomocy pomoc pomoca',
].flatMap(line => line.split(' '))
const mend = createMender(OFTEN_MISSPELT)

/** A danger to life comes before everything else: 112 and a person. */
export const emergency: Dialog = ({ allWords }) =>
  tellsOfDanger(mend(allWords)) ? { kind: 'handoff', reason: 'emergency', topic: 'conversation-emergency' } : undefined
