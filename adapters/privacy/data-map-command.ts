import type { PrivacyCommand } from './privacy-command.ts'
import { DATA_MAP_TEXTS } from './texts.ts'
import { undescribed } from './undescribed.ts'
import { withDatabase } from './with-database.ts'
import { writeDataMap } from './write-data-map.ts'

export const dataMapCommand: PrivacyCommand = {
  name: 'data-map',
  operands: [],
  options: {},
  usage: '',
  help: DATA_MAP_TEXTS.help,
  async run({ config, print, warn }) {
    const columns = await withDatabase(config, database => database.columns())
    print(writeDataMap(config, columns))
    const missing = undescribed(columns)
    if (missing.length > 0) warn(DATA_MAP_TEXTS.undescribed(missing))
    return missing.length > 0 ? 1 : 0
  },
}
