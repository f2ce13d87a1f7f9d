import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js'
import StemmerPl from 'natural/lib/natural/stemmers/stemmer_pl.js'
import type { Sample } from '../../../knowledge/search/train.ts'
import type { Peer } from './peer.ts'

/** natural's logistic regression, one for each label, with its Polish tokenizer and stop words. */
export function trainNatural(samples: readonly Sample[]): Peer {
  const classifier = new LogisticRegressionClassifier(new StemmerPl())
  for (const { text, label } of samples) classifier.addDocument(text, label)
  classifier.train()
  return {
    name: 'natural',
    isProbability: true,
    rank: text => classifier.getClassifications(text).map(({ label, value }) => ({ label, score: value })),
  }
}
