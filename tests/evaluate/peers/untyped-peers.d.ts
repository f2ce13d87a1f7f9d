// The parts of NLP.js and natural that are used as peers; neither carries types of its own.

declare module '@nlpjs/basic' {
  type Container = {
    use(plugin: object): void
    register(name: string, plugin: object): void
    registerConfiguration(name: string, configuration: object): void
  }
  export function containerBootstrap(): Container
  export class Nlp {
    constructor(settings: {
      readonly container: Container
      readonly languages: readonly string[]
      readonly autoLoad: boolean
      readonly autoSave: boolean
      readonly threshold: number
    })
    addDocument(language: string, text: string, intent: string): void
    train(): Promise<void>
    process(
      language: string,
      text: string,
    ): Promise<{
      readonly intent: string
      readonly classifications: readonly { readonly intent: string; readonly score: number }[]
    }>
  }
}

declare module '@nlpjs/lang-pl' {
  export const LangPl: object
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  export default class LogisticRegressionClassifier {
    constructor(stemmer: object)
    addDocument(text: string, label: string): void
    train(): void
    getClassifications(text: string): readonly { readonly label: string; readonly value: number }[]
  }
}

declare module 'natural/lib/natural/stemmers/stemmer_pl.js' {
  export default class StemmerPl {}
}
