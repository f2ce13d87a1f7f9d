/**
 * Words that passwords are made of most often, here and elsewhere, folded: without case and diacritics. Passwords of nothing
 * but these are the first that are tried.
 */
export const COMMON_WORDS: readonly string[] = `
  haslo maslo password passwort passw pass admin administrator root user login witaj welcome letmein dostep tajne
  secret zaq12wsx zaq1 xsw2 zaq xsw qwerty qwertz asdf zxcvbn wsad qaz wsx edc poiuyt mnbvcxz monkey dragon master shadow
  sunshine princess football baseball iloveyou superman batman trustno hello love angel summer winter spring autumn
  polska poland polak warszawa krakow lodz wroclaw poznan gdansk szczecin katowice lublin bialystok zielona gora
  gorzow swiebodzin lubuskie zbaszynek lagow sulechow lubrza skape szczaniec legia lech wisla widzew gornik ruch
  starostwo starosta powiat powiatowe urzad urzednik gmina wydzial komunikacja asystent sekretariat kancelaria biuro
  praca firma komputer internet klawiatura myszka telefon samochod mieszkanie
  marcin mateusz michal tomasz krzysztof piotr pawel andrzej adam jakub lukasz kamil wojtek bartek maciek damian
  daniel dawid dominik kacper karol patryk rafal robert sebastian szymon grzegorz stanislaw zbigniew
  anna ania maria marysia kasia katarzyna magda magdalena monika natalia agnieszka basia barbara ewa gosia malgorzata
  joanna asia karolina julia ola aleksandra weronika zuzia zuzanna wiktoria dorota beata iwona justyna paulina sylwia
  kocham kochanie kochana cie ciebie moj moja twoj twoja misiek misio kotek kotku piesek slonko sloneczko skarb aniolek niunia kwiatek motyl
  zima wiosna lato jesien styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad
  grudzien poniedzialek wtorek sroda czwartek piatek sobota niedziela january february march april june july august
  september october november december monday tuesday wednesday thursday friday saturday sunday
  nowe stare moje twoje nasze nowy stary dobre trudne bezpieczne silne zmien change test testowe demo temp default
  dupa kurwa matrix pokemon starwars ninja mustang ferrari porsche mercedes volkswagen audi bmw liverpool chelsea
  arsenal barcelona juventus jordan michael jessica charlie thomas andrew joshua matthew robert daniel hannah
  correct horse battery staple google facebook microsoft windows office apple samsung
`
  .split(/\s+/)
  .filter(Boolean)
