import { readFileSync, writeFileSync } from 'node:fs'
import { reliabilityChart, riskCoverageChart } from './charts.ts'
import type { Compared } from './compared.ts'

const DOCUMENT = 'docs/measurements.md'
const BEGIN = '<!-- figures: npm run evaluate -- --docs -->'
const END = '<!-- end of figures -->'

/** Puts the report between its two marks in the document, and draws the charts anew. */
export function writeDocs(report: string, engines: readonly Compared[], part: string): void {
  const document = readFileSync(DOCUMENT, 'utf8')
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin < 0 || end < begin)
    throw new Error(`${DOCUMENT}: has no place for the figures. Put back "${BEGIN}" and "${END}".`)
  writeFileSync(DOCUMENT, `${document.slice(0, begin + BEGIN.length)}\n\n${report}\n\n${document.slice(end)}`)
  writeFileSync('docs/search-risk-coverage.svg', riskCoverageChart(engines, part))
  writeFileSync('docs/search-reliability.svg', reliabilityChart(engines, part))
}
