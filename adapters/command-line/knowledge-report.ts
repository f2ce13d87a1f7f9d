import { writtenDay } from '../../dialogs/office-time.ts'
import { PHRASES } from '../../dialogs/phrases.ts'
import type { Coverage, KnowledgeReport } from '../../knowledge/report.ts'
import type { Department } from '../../knowledge/topic.ts'
import { colourSheet } from '../colours.ts'

// The report in Polish, as editors and departments read it: as text for a terminal and as a page to open or print.

const DEPARTMENTS: Readonly<Record<Department, string>> = {
  transport: 'Komunikacja i transport',
  building: 'Budownictwo',
  geodesy: 'Geodezja',
  environment: 'Ochrona środowiska',
  citizens: 'Sprawy obywatelskie',
  every: 'Wszystkie wydziały',
  general: 'Urząd jako całość',
}

const STATES: Readonly<Record<Coverage['state'], { readonly word: string; readonly meaning: string }>> = {
  filled: { word: 'jest', meaning: 'uzupełnione' },
  owed: { word: 'część', meaning: 'reszty urząd jeszcze nie podał' },
  missing: { word: 'brak', meaning: 'urząd ma podać' },
  absent: { word: 'LUKA', meaning: 'trzeba uzupełnić wpis' },
}

const { aspects: ASPECT_NAMES } = PHRASES.pl

type Section = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function sections({ coverage, owed, due, unconfirmed, sources }: KnowledgeReport): readonly Section[] {
  return [
    {
      title: 'Pokrycie spraw',
      head: ['Sprawa', ...Object.values(ASPECT_NAMES)],
      rows: coverage.map(({ title, aspects }) => [title, ...aspects.map(({ state }) => STATES[state].word)]),
    },
    ...owed.map(({ department, items }) => ({
      title: `Co ma podać urząd – ${DEPARTMENTS[department]} (${items.length})`,
      head: ['Sprawa', 'Czego dotyczy', 'Czego brakuje'],
      rows: items.map(({ title, aspect, what }) => [title, ASPECT_NAMES[aspect], what]),
    })),
    {
      title: `Do sprawdzenia w ciągu 60 dni (${due.length})`,
      head: ['Do dnia', 'Temat', 'Co sprawdzić'],
      rows: due.map(({ day, title, what }) => [writtenDay(day), title, what ?? 'cały wpis']),
    },
    {
      title: `Niepotwierdzone przez urząd (${unconfirmed.length})`,
      head: ['Temat', 'Sprawdzono', 'Plik'],
      rows: unconfirmed.map(({ title, checked, id }) => [title, writtenDay(checked), `${id}.yaml`]),
    },
    {
      title: `Źródła od najstarszych (${sources.length})`,
      head: ['Data strony', 'Źródło', 'Tematy'],
      rows: sources.map(({ published, title, entries }) => [published ?? 'bez daty', title, entries.join(', ')]),
    },
  ]
}

const LEGEND = Object.values(STATES)
  .map(({ word, meaning }) => `${word} – ${meaning}`)
  .join('; ')

export function reportText(report: KnowledgeReport): string {
  const parts = sections(report).map(({ title, head, rows }) => {
    const lines = [head, ...rows].map(row => `  ${row.join(' | ')}`)
    return `${title}\n${lines.join('\n')}`
  })
  return [`Stan bazy wiedzy na ${writtenDay(report.day)}`, LEGEND, ...parts].join('\n\n')
}

/** One page that stands alone: it can be opened, sent and printed. */
export function reportPage(report: KnowledgeReport): string {
  const day = writtenDay(report.day)
  return `<!doctype html>
<html lang="pl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Stan bazy wiedzy na ${day}</title>
<style>
${colourSheet()}body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 72rem; padding: 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.125rem; margin-top: 2.5rem }
p { color: var(--ink-soft) }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--ink-soft) }
.states td:not(:first-child) { color: var(--ink-soft) }
@media print { body { max-width: none; padding: 0; font-size: 10pt } tr { break-inside: avoid } .scroll { overflow: visible } }
</style>
</head>
<body>
<h1>Stan bazy wiedzy na ${day}</h1>
<p>${LEGEND}</p>
${sections(report).map(sectionHtml).join('\n')}
</body>
</html>
`
}

function sectionHtml({ title, head, rows }: Section, index: number): string {
  const cells = (row: readonly string[], tag: string) => row.map(cell => `<${tag}>${escaped(cell)}</${tag}>`).join('')
  const body = rows.map(row => `<tr>${cells(row, 'td')}</tr>`).join('\n')
  const table = `<table${index === 0 ? ' class="states"' : ''}><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${body}</tbody></table>`
  return `<h2>${escaped(title)}</h2>\n${rows.length > 0 ? `<div class="scroll" tabindex="0">${table}</div>` : '<p>Nic.</p>'}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
