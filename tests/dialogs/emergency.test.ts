import { describe, expect, it } from '@jest/globals'
import { emergency } from '../../dialogs/emergency.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const DANGERS = [
  'zabiję się',
  'zabije sie',
  'mam myśli samobójcze',
  'brat próbował popełnić samobójstwo',
  'samobójca na dachu',
  'chcę umrzeć',
  'CHCĘ JUŻ UMRZEĆ',
  'wolę umrzeć',
  'nie chcę już żyć',
  'nie chce mi się żyć',
  'nie mam po co żyć',
  'nie mam siły dalej żyć',
  'nie dam rady żyć dalej',
  'powieszę się',
  'potnę się',
  'otruję się',
  'skończę ze sobą',
  'zrobię sobie krzywdę',
  'mąż mnie bije',
  'tata bije dzieci',
  'matka bije dziecko',
  'syn mnie pobił',
  'partner dusi mnie',
  'sąsiad katuje dziecko',
  'konkubent bije moje dziecko',
  'grozi mi nożem',
  'grozi mi siekierą',
  'dziadek nie oddycha',
  'babcia jest nieprzytomna',
  'mąż stracił przytomność',
  'ktoś mnie zgwałcił',
  'pali się dom',
  'pali się u sąsiada',
  'pali się samochód na parkingu',
  'czuć gaz na klatce',
  'ulatnia się gaz',
  'był wypadek, są ranni',
]

const HARMLESS = [
  'wypadek, dowód rejestracyjny zabrała policja',
  'zabiło mi akumulator',
  'auto po wypadku, jak wyrejestrować',
  'spalił się samochód, jak wyrejestrować',
  'pożar zniszczył dokumenty auta',
  'mój mąż zmarł, kto rejestruje auto',
  'mąż zginął w wypadku, co z jego autem',
  'zwłoki z zagranicy, pozwolenie na sprowadzenie',
  'instalacja gazowa w aucie, wpis do dowodu',
  'przyłącze gazu, czy potrzebne pozwolenie',
  'rozwód i podział auta',
  'co mi grozi za brak zgłoszenia sprzedaży',
  'grozi mi kara za brak rejestracji',
  'pozwolenie na broń palną',
  'czy ranny w pracy dostanie kartę parkingową',
  'ten wniosek mnie wykończy',
  'umieram z nudów w kolejce',
  'pali się kontrolka silnika, przegląd',
  'rejestracja karetki',
  'jak zabić czas w kolejce',
  'chcę zrobić sobie indywidualne tablice',
]

describe('a danger to life', () => {
  it.each(DANGERS)('is heard in „%s”', text => {
    const outcome = emergency(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'handoff', reason: 'emergency', topic: 'conversation-emergency' })
  })

  it.each(HARMLESS)('is not read into „%s”', text => {
    const outcome = emergency(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })
})
