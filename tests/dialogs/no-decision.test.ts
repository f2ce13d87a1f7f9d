import { describe, expect, it } from '@jest/globals'
import { decide } from '../../dialogs/decide.ts'
import { NOTHING_REMEMBERED } from '../../dialogs/memory.ts'
import { realKnowledge } from '../setup/knowledge.ts'

const knowledge = realKnowledge()
const decided = (text: string) => decide(text, NOTHING_REMEMBERED, knowledge).outcome

describe('P07: whoever asks for a decision', () => {
  it.each([
    'proszę wydać mi decyzję o pozwoleniu na budowę',
    'przyznaj mi kartę parkingową',
    'czy przyznacie mi dofinansowanie na turnus',
    'rozpatrzcie mój wniosek pozytywnie',
    'proszę o umorzenie mojej kary',
    'anuluj mi karę za niezarejestrowanie auta',
    'odroczcie mi termin zapłaty',
    'zwolnij mnie z opłaty',
    'unieważnij decyzję z zeszłego tygodnia',
    'zatwierdź mój projekt budowlany',
    'zdecyduj, czy dostanę zasiłek',
    'proszę zmienić moją decyzję',
    'potwierdź że spełniam warunki do karty parkingowej',
  ])('gets none, and the way to a person: %s', text => {
    expect(decided(text).kind).toBe('handoff')
  })

  it.each(['jak złożyć odwołanie od decyzji', 'ile się czeka na decyzję o pozwoleniu na budowę'])(
    'is told how it goes where that was asked: %s',
    text => {
      expect(decided(text).kind).toBe('answer')
    },
  )
})
