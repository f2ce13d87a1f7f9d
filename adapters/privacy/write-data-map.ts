import type { Config } from '../config.ts'
import type { Column } from '../desk/accounts/steps.ts'
import { DATA_MAP, type DescribedColumn } from './data-map.ts'
import { DATA_MAP_TEXTS } from './texts.ts'

/** The data map as Markdown: who gets data, then each table that the database has, in its order of columns. */
export function writeDataMap(config: Config, columns: readonly Column[]): string {
  const tables = [...new Set(columns.map(({ table }) => table))]
  return [
    `# ${DATA_MAP_TEXTS.title}`,
    DATA_MAP_TEXTS.intro,
    `## ${DATA_MAP_TEXTS.recipients}`,
    recipients(config)
      .map(recipient => `- ${recipient}`)
      .join('\n'),
    `## ${DATA_MAP_TEXTS.outside}`,
    DATA_MAP_TEXTS.outsideTheDatabase(config.retention.recordsDir)
      .map(line => `- ${line}`)
      .join('\n'),
    ...tables.flatMap(table => tablePart(table, columns, config)),
  ].join('\n\n')
}

/** Whoever gets data besides the office, as the settings have it. */
function recipients({ messenger, azureBot, azureLanguage, mail, organisation }: Config): readonly string[] {
  const { office, meta, botService, language, mailServer, signIn } = DATA_MAP_TEXTS.whoGets
  return [
    office,
    ...(messenger ? [meta] : []),
    ...(azureBot ? [botService] : []),
    ...(azureLanguage ? [language] : []),
    ...(mail ? [mailServer] : []),
    ...(organisation ? [signIn] : []),
  ]
}

function tablePart(table: string, columns: readonly Column[], { retention }: Config): readonly string[] {
  const described = DATA_MAP[table]
  const { purpose, kept, unknown, head } = DATA_MAP_TEXTS
  const rows = columns
    .filter(column => column.table === table)
    .map(({ name }) => `| ${name} | ${columnPart(described?.columns[name])} |`)
  return [
    `## ${table}`,
    described ? `${purpose}: ${described.purpose}. ${kept}: ${described.kept(retention)}.` : unknown,
    [head, '|---|---|---|', ...rows].join('\n'),
  ]
}

function columnPart(column: DescribedColumn | undefined): string {
  return column ? `${DATA_MAP_TEXTS.kinds[column.kind]} | ${column.about}` : `? | ${DATA_MAP_TEXTS.unknown}`
}
