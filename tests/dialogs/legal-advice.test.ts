import { describe, expect, it } from '@jest/globals'
import { legalAdvice } from '../../dialogs/legal-advice.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const WISHES = [
  'napisz za mnie odwolanie od decyzji',
  'napiszcie za mnie pismo',
  'napisz mi odwołanie',
  'proszę o sporządzenie pozwu o zapłatę',
  'jakich argumentów użyć, żeby sąd przyznał mi dzieci?',
  'jakie argumenty podać w sądzie',
  'czy wygram w sądzie',
  'kto ma rację w sporze o miedzę',
  'kto jest winny tej stłuczki',
  'Sprzedałem auto, kupiec chce zwrotu kasy. Muszę mu oddać czy nie?',
  'jak napisać odwołanie żeby wygrać',
  'pozwać gminę czy lepiej się dogadać',
  'co mi radzicie, iść do sądu czy odpuścić',
  'Jakie są moje szanse w sądzie administracyjnym?',
  'urząd się pomylił, czy mogę go pozwać',
  'brat nie chce spłacić mojej części domu, jak go zmusić',
  'czy teściowa może mnie wyrzucić z domu',
  'sprzedawca ukrył wadę samochodu, czy mogę odstąpić od umowy i jak go ugryźć',
  'czy lepiej przyznać się do winy czy iść w zaparte',
  'jak się wybronić z mandatu',
  'podpisać aneks czy nie podpisywać',
  'potrzebuję interpretacji art. 29 prawa budowlanego w mojej sprawie',
  'napiszcie mi pozew o zapłatę',
  'jakich argumentów użyć przeciwko starostwu',
  'sąsiad zalewa mi działkę deszczówką czy mogę żądać odszkodowania',
  'mam nakaz zapłaty z sądu co robić',
  'czy komornik może zabrać auto żony',
  'jak podzielić majątek po rozwodzie żeby dom został przy mnie',
  'Kto ponosi winę, jeśli wykonawca źle wybudował fundament?',
  'ile dostanę odszkodowania za wywłaszczenie jak pójdę do sądu',
  'jaką strategię przyjąć w sporze z urzędem',
  'jaki paragraf na sąsiada co pali śmieci',
  'dewoloper nie oddaje mieszkania moge zerwac umowe?',
  'Bank wypowiedział mi kredyt. Czy miał prawo?',
  'czy to legalne że pracodawca nie daje mi urlopu',
  'czy mogę nie płacić czynszu jak mieszkanie ma grzyba',
  'jak wyrzucić lokatora z mieszkania zgodnie z prawem',
  'czy ojciec dziecka może mi zabronić wyjazdu',
  'dostałem wezwanie na policję jako świadek czy muszę zeznawać przeciw bratu',
  'przyjąć spadek z długami czy odrzucić',
  'ile wynosi mój zachowek jeśli dom wart 400 tysięcy a było nas trzech',
  'czy umowa ustna o sprzedaży działki jest ważna',
  'Mechanik zniszczył mi silnik i nie poczuwa się do winy. Jak dochodzić swoich praw?',
  'czy mecenas może mi coś doradzić tutaj na czacie',
  'poradz mi co mam zrobic z ta decyzja',
  'czy w tej sytuacji lepiej wziąć adwokata',
  'kto ma racje w sporze o droge dojazdowa',
  'sąsiedzi blokują drogę konieczną, jak uzyskać służebność w sądzie',
  'sąsiad mnie nęka, jak go pozwać',
  'dostalem odmowe pozwolenia na budowe bo sasiad cos pisal, jak to obejsc w sadzie',
  'warto sie sadzic o 2000 zl',
  'czy mam podstawy do pozwu',
  'czy odpowiem karnie za samowolę',
  'jak uniknąć zakazu prowadzenia w sądzie',
  'jaki wyrok za bójkę w barze',
  'prokurator umorzył sprawę, zaskarżyć?',
  'jak napisać apelację',
  'co powinnam odpowiedzieć na pozew męża',
  'czy mogę nagrać urzędnika i użyć tego w sądzie',
  'Jak interpretować pojęcie obszaru oddziaływania obiektu w sporze z inwestorem?',
  'czy organ naruszył prawo nie informując mnie o postępowaniu',
  'podwazyc decyzje starosty jak to ugryzc',
  'pies sąsiada pogryzł dziecko jakie odszkodowanie',
  'czy dostanę odszkodowanie za dziurę w drodze',
  'przepisać dom na dzieci czy sprzedać, co lepsze',
  'jak przepisac ziemie zeby brat nie dostal',
  'czy sąsiad może mi zabronić hodować kury',
  'czy można cofnąć darowiznę bo syn mnie bije po kieszeni i nie pomaga',
  'dobry człowieku powiedz mi, starej kobiecie, czy ja mam prawo do tego domu po mężu skoro dzieci chcą mnie wyrzucić',
  'pracodawca nie placi mi ja ukraina co ja moge zrobic prawo',
  'firma windykacyjna straszy mnie sądem za dług z 2010, przedawniony?',
  'dlug sprzed 12 lat musze placic?',
  'sprzedałem auto a kupiec chce zwrotu kasy po 3 miesiącach, musze oddac?',
  'jak się zachować na rozprawie',
  'wspólnik mnie oszukał jak go pociągnąć do odpowiedzialności',
  'czy zawiadomić prokuraturę na urzędnika który mi odmówił',
]

const HARMLESS = [
  'jak napisać odwołanie',
  'napisz, jak złożyć odwołanie',
  'napisz mi, gdzie złożyć skargę',
  'wzór odwołania',
  'jakie dokumenty do odwołania',
  'kupujący nie zgłosił auta, mam oddać tablice?',
  'obywatel ma prawo do rozpatrzenia sprawy, kto ma rację',
  'sąd zabrał mi prawo jazdy, jak odzyskać',
  'kto ponosi opłatę',
  'wygrałem przetarg, co dalej',
]

describe('a wish for legal advice', () => {
  it.each(WISHES)('is heard in „%s”', text => {
    const outcome = legalAdvice(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'handoff', reason: 'legal-advice', topic: null })
  })

  it.each(HARMLESS)('is not read into „%s”', text => {
    const outcome = legalAdvice(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })
})
