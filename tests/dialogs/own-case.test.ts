import { describe, expect, it } from '@jest/globals'
import { ownCase } from '../../dialogs/own-case.ts'
import { createKnowledge } from '../fixtures/knowledge.ts'
import { questionOf } from './question.ts'

const knowledge = createKnowledge()

const OWN = [
  'gdzie jest mój wniosek',
  'gdzie są moje dokumenty',
  'gdzie utknęła moja skarga',
  'czemu mi odmówiliście',
  'dlaczego mi odmówiliście',
  'dlaczego mój wniosek został odrzucony',
  'czemu moja sprawa stoi',
  'kiedy załatwicie mój wniosek',
  'kiedy wydacie moją decyzję',
  'kiedy dostanę moje prawo jazdy',
  'ile jeszcze mam czekać',
  'ile jeszcze mam czekać na decyzję',
  'jak długo jeszcze będę czekać',
  'złożyłem wniosek',
  'złożyłam wniosek miesiąc temu i cisza',
  'złożyłem podanie i czekam',
  'kiedy bedzie gotwoe moje pozwolenie na budowę, złożyłem w maju',
  'jaki jest status mojej karty parkingowej, skladalam miesiac temu',
  'Na kiedy mam tę komisję w sprawie orzeczenia, możesz zobaczyć?',
  'moje papiery z pfron na turnus, przyznali mi czy nie',
  'mój wniosek jaki status',
  'status wniosku',
  'na jakim etapie jest sprawa',
  'na jakim etapie jest moje odwołanie',
  'czy mój dowód jest już do odbioru',
  'Czy moje prawko jest już do odebrania?',
  'czy moj dowod rejestracyjny juz przyszedl',
  'czy moja decyzja jest gotowa',
  'karta wędkarska mojego syna gotowa?',
  'czy moje pismo dotarło',
  'czy moja wpłata już doszła',
  'czy moje auto jest już zarejestrowane',
  'co z moim wnioskiem',
  'co z moją sprawą',
  'co z moim prawem jazdy',
  'no i co z tą moją rejestracją',
  'dostaliscie moje odwolanie? wyslalem polecony',
  'sprawdź, co z moją sprawą',
  'sprawdzcie moj wniosek',
]

const SIGNS = [
  'AB.6740.118.2026',
  'nr sprawy AB.6740.118.2026',
  'sprawdź mi sprawę ab.6740.118',
  'znak sprawy GN.6620.77.2026, kiedy decyzja',
  'znak sprawy 6740/301',
  'oddzwonicie w sprawie 6740.45',
]

const GENERAL = [
  'kiedy będzie gotowy dowód rejestracyjny po złożeniu wniosku',
  'ile się czeka na pozwolenie',
  'co jeśli mój wniosek ma braki',
  'moja karta się zgubiła, co zrobić',
  'straciłem prawo jazdy jak odzyskać',
  'co z moim autem po śmierci męża',
  'co z moją kartą parkingową, gdy orzeczenie wygaśnie',
  'co z moim starym prawem jazdy po wymianie',
  'czy moje prawo jazdy jest ważne w Niemczech',
  'czy mogę odebrać dowód męża',
  'moje prawo jazdy jest gotowe, czy żona może je odebrać',
  'gdzie sprawdzić, czy moje prawko jest gotowe',
  'jak sprawdzić status wniosku',
  'jak się dowiedzieć, na jakim etapie jest sprawa',
  'moje auto jest zarejestrowane w Niemczech, jak je przerejestrować',
  'na każdym etapie postępowania mam wgląd do akt?',
  'stan cywilny w dowodzie',
  'stan prawny mojej działki',
  'Odmówiliście mi zaświadczenia, jak to zaskarżyć?',
  'Wezwaliście mnie do uzupełnienia braków, ile mam dni',
  'złożyłem wniosek, ile czeka się na decyzję',
  'jakie dokumenty złożyć',
  'wniosek',
  'kto rozpatrzy mój wniosek',
  'moja działka nr 1012/3, jak ją podzielić',
  'Dz.U.2024.1251',
  'ustawa z 2024 r. o drogach',
  'ile jeszcze mam czekać na rentę',
  'w jakim terminie urząd rozpatruje skargę',
  'czy mój pełnomocnik może złożyć wniosek',
]

describe("the state of one's own matter", () => {
  it.each([...OWN, ...SIGNS])('is asked for in „%s”', text => {
    const outcome = ownCase(questionOf(text, knowledge))

    expect(outcome).toEqual({ kind: 'handoff', reason: 'own-case', topic: null })
  })

  it.each(GENERAL)('is not asked for in „%s”', text => {
    const outcome = ownCase(questionOf(text, knowledge))

    expect(outcome).toBeUndefined()
  })
})
