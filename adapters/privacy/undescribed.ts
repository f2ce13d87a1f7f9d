import type { Column } from '../desk/accounts/steps.ts'
import { DATA_MAP } from './data-map.ts'

/** Columns that the data map says nothing of, as `table.column`. */
export function undescribed(columns: readonly Column[]): readonly string[] {
  return columns
    .filter(({ table, name }) => DATA_MAP[table]?.columns[name] === undefined)
    .map(({ table, name }) => `${table}.${name}`)
}
