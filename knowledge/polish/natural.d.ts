// The parts of `natural` that are used. Its sub-modules carry no types of their own, and importing it whole reads
// ./.env, prints to stdout and costs 600 ms and 116 MB.

declare module 'natural/lib/natural/util/stopwords_pl.js' {
  export const words: readonly string[]
}

declare module 'natural/lib/natural/distance/index.js' {
  export function DamerauLevenshteinDistance(a: string, b: string, options?: { readonly restricted?: boolean }): number
}
