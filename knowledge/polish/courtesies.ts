/** Folded phrases that are said around any matter and tell nothing of it, longest first. */
const COURTESIES: readonly (readonly string[])[] = [
  'z gory dziekuje za odpowiedz',
  'uprzejmie prosze o informacje',
  'prosze o informacje',
  'prosze o odpowiedz',
  'dziekuje za odpowiedz',
  'pozdrawiam serdecznie',
  'przepraszam bardzo',
  'uprzejmie prosze',
  'prosze uprzejmie',
  'szanowni panstwo',
  'witam serdecznie',
  'szanowny panie',
  'dziekuje bardzo',
  'z gory dziekuje',
  'mam takie pytanie',
  'dobry wieczor',
  'szanowna pani',
  'bardzo prosze',
  'z powazaniem',
  'mam pytanie',
  'dzien dobry',
  'przepraszam',
  'pozdrawiam',
  'dziekuje',
  'prosze',
  'dzieki',
  'czesc',
  'witam',
  'halo',
  'hej',
]
  .map(phrase => phrase.split(' '))
  .sort((a, b) => b.length - a.length)

/** Folded words without greetings, thanks and pleas, so that these change no answer. Where nothing else is said, all stay. */
export function withoutCourtesies(words: readonly string[]): readonly string[] {
  const left: string[] = []
  let index = 0
  while (index < words.length) {
    const courtesy = COURTESIES.find(phrase => phrase.every((word, offset) => words[index + offset] === word))
    if (!courtesy) left.push(words[index] ?? '')
    index += courtesy?.length ?? 1
  }
  return left.length > 0 ? left : words
}
