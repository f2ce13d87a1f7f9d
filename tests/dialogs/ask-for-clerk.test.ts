import { describe, expect, it } from '@jest/globals'
import { askForClerk } from '../../dialogs/ask-for-clerk.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const WISHES = [
  'chcę rozmawiać z człowiekiem',
  'chce rozmawiac z czlowiekiem',
  'chcę porozmawiać z pracownikiem',
  'chciałbym porozmawiać z urzędnikiem',
  'chciałabym rozmawiać z pracownikiem',
  'chcę rozmawiać z prawdziwą osobą',
  'chcę gadać z człowiekiem',
  'chcę pogadać z kimś normalnym',
  'muszę porozmawiać z człowiekiem',
  'potrzebuję porozmawiać z człowiekiem',
  'wolę rozmawiać z człowiekiem',
  'wolałabym rozmawiać z osobą',
  'wolałbym rozmawiać z kimś kompetentnym',
  'czy mogę porozmawiać z kimś',
  'czy można porozmawiać z pracownikiem',
  'czy da się pogadać z człowiekiem',
  'mogę pogadać z kimś żywym',
  'czy mogę prosić o rozmowę z kimś z geodezji',
  'proszę o rozmowę z urzędnikiem',
  'żądam rozmowy z człowiekiem',
  'rozmowy z urzędnikiem żądam',
  'rozmowa z konsultantem',
  'rozmowa z pracownikiem',
  'rozmawiać z człowiekiem',
  'pogadac z czlowiekiem',
  'pogadac z kims',
  'Szanowni Państwo, uprzejmie proszę o umożliwienie rozmowy z pracownikiem urzędu',
  'połącz mnie z człowiekiem',
  'połącz z urzędnikiem',
  'proszę mnie połączyć z pracownikiem',
  'proszę połączyć mnie z osobą od prawa jazdy',
  'nie rozumiesz mnie, połącz z kimś',
  'poproszę konsultanta',
  'poproszę z konsultantem',
  'poprosze urzednika',
  'poprosze czlowieka',
  'dajcie mi człowieka',
  'daj człowieka',
  'dawaj konsultanta',
  'dajcie normalnego człowieka',
  'dajcie mi kurwa człowieka',
  'ty głupi bocie, daj mi człowieka',
  'spadaj bocie, chcę człowieka',
  'bot jest głupi, ja chcę normalnego człowieka',
  'nie chcę gadać z botem, dajcie człowieka',
  'chce gadac z kims zywym a nie z botem',
  'chcę człowieka',
  'CHCĘ CZŁOWIEKA!!!',
  'chcę żywego człowieka',
  'wolę człowieka',
  'człowiek',
  'żywy człowiek',
  'konsultant',
  'urzędnik',
  'pracownik!',
  'do człowieka',
  'do konsultanta',
  'Porozmawiaj z pracownikiem',
  'porozmawiac z czlowiekim',
  'chcem rozmawiac z czlowiekiem',
  'chce rozmawiac z czlowiekeim',
  'chce rozmawiac z urzednikem',
  'rozmawiac z pracownikem',
]

const HARMLESS = [
  'czy urzędnik może odmówić przyjęcia wniosku',
  'kim jest starosta',
  'kto jest starostą',
  'kim jesteś',
  'z kim rozmawiam?',
  'jesteś człowiekiem?',
  'czy pracownik może jeść przy kliencie',
  'skarga na urzędnika',
  'czy pracownik musi się przedstawić',
  'obsługa osób niepełnosprawnych',
  'karta parkingowa dla osoby niepełnosprawnej',
  'pracownik rozmawiał z koleżanką zamiast mnie obsłużyć',
  'czy pracownik może rozmawiać przez telefon przy kliencie',
  'chcę zarejestrować auto na dwie osoby',
  'chcę przepisać auto na inną osobę',
  'wolę wysłać wniosek przez inną osobę',
  'proszę o kartę parkingową dla osoby niewidomej',
  'rozmowa o pracę w urzędzie',
  'zezwolenie na pracę dla pracownika',
  'jak zostać urzędnikiem',
]

describe('a wish for a person', () => {
  it.each(WISHES)('is heard in „%s”', text => {
    const outcome = askForClerk(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'handoff', reason: 'asked-for-person', topic: null })
  })

  it.each(HARMLESS)('is not read into „%s”', text => {
    const outcome = askForClerk(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })

  it('is not read into a long story in which somebody once spoke with a clerk', () => {
    const story =
      'w zeszłym roku miałam porozmawiać z pracownikiem o działce i wtedy pani kazała przynieść mapę z podziałem'

    const outcome = askForClerk(questionOf(story, knowledge))

    expect(outcome).toBeUndefined()
  })
})
