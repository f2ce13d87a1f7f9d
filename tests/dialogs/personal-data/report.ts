import { MASKS } from '../../../dialogs/personal-data/masks.ts'
import { CONVERSATIONS } from '../../fixtures/personal-data/conversations.ts'
import { type CorpusItem, createCorpus } from '../../fixtures/personal-data/corpus.ts'
import { createNearMisses } from '../../fixtures/personal-data/near-misses.ts'
import { falselyFound, inConversations, isFound } from './measure.ts'
import { contentTexts, goldenTexts, phraseTexts } from './texts.ts'

// How well personal data is found in the corpus, by kind and by manner, and what is masked in texts without any.

const corpus = createCorpus()
const nearMisses = createNearMisses()

print(['kind'.padEnd(20), 'items', 'found', 'recall', 'near misses', 'wrongly found'].join('  '))
for (const kind of Object.keys(MASKS)) {
  const items = corpus.filter(item => item.kind === kind)
  const texts = nearMisses.filter(({ like }) => like === kind).map(({ text }) => text)
  print([found(kind, items), cell(texts.length, 11), cell(falselyFound(texts).length, 13)].join('  '))
}
print(found('together', corpus))

print('')
for (const manner of new Set(corpus.map(item => item.manner))) {
  print(
    found(
      manner,
      corpus.filter(item => item.manner === manner),
    ),
  )
}

print('\nnot found')
for (const { kind, manner, messages } of corpus.filter(item => !isFound(item))) {
  print(`  ${kind}, ${manner}: ${messages.join(' | ')}`)
}

const { secrets, missed, falselyFound: wronglyMasked } = inConversations()
print(
  `\nconversations: ${secrets - missed.length} of ${secrets} found, ${wronglyMasked.length} wrongly in ${CONVERSATIONS.length}`,
)
for (const line of [...missed, ...wronglyMasked]) print(`  ${line}`)

printMasked(
  'near misses',
  nearMisses.map(({ text }) => text),
)
printMasked('knowledge base', contentTexts())
printMasked('phrases', phraseTexts())
printMasked('golden questions', goldenTexts())

function found(name: string, items: readonly CorpusItem[]): string {
  const count = items.filter(isFound).length
  return [name.padEnd(20), cell(items.length, 5), cell(count, 5), cell((count / items.length).toFixed(3), 6)].join('  ')
}

function printMasked(name: string, texts: readonly string[]): void {
  const masked = falselyFound(texts)
  print(
    `\n${name}: ${masked.length} of ${texts.length} masked (${((100 * masked.length) / texts.length).toFixed(2)} %)`,
  )
  for (const { text, found } of masked) print(`  ${found} in: ${text}`)
}

function cell(value: string | number, width: number): string {
  return String(value).padStart(width)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
