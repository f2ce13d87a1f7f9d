import { containerBootstrap, Nlp } from '@nlpjs/basic'
import { LangPl } from '@nlpjs/lang-pl'
import type { Sample } from '../../../knowledge/search/train.ts'
import type { Peer } from './peer.ts'

const SILENT = { name: 'logger', debug() {}, info() {}, warn() {}, error() {}, log() {}, trace() {}, fatal() {} }

/** The defaults of the library, without its reports of every epoch. */
const TRAINING = {
  keepStopwords: true,
  nonefeatureValue: 1,
  nonedeltaMultiplier: 1.2,
  spellCheck: false,
  spellCheckDistance: 1,
  filterZeros: true,
  log: false,
}

/**
 * NLP.js with its Polish stemmer and its defaults, but for the threshold: that is left to whoever compares. Its "None" (a
 * word that it never met, or no label ahead) is sure of nothing.
 */
export async function trainNlpJs(samples: readonly Sample[]): Promise<Peer> {
  const container = containerBootstrap()
  container.use(LangPl)
  container.register('logger', SILENT)
  container.registerConfiguration('nlu-pl', TRAINING)
  const nlp = new Nlp({ container, languages: ['pl'], autoLoad: false, autoSave: false, threshold: 0 })
  for (const { text, label } of samples) nlp.addDocument('pl', text, label)
  await nlp.train()
  return {
    name: 'NLP.js',
    isProbability: true,
    async rank(text) {
      const { intent, classifications } = await nlp.process('pl', text)
      const ranked = classifications.map(({ intent: label, score }) => ({ label, score }))
      return intent === 'None' ? ranked.map(({ label }) => ({ label, score: 0 })) : ranked
    },
  }
}
