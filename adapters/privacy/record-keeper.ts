import { join } from 'node:path'
import type { AccountDatabase } from '../desk/accounts/steps.ts'
import { officeRecordData, officeRecordPage, readOfficeRecord } from './office-record.ts'
import type { KeepRecord } from './run-retention.ts'
import { writeWhole } from './write-whole.ts'

/** Keeps conversations as files of a folder, `rozmowa-17.json` and `rozmowa-17.html`. Twice is as good as once; one that is gone is not kept. */
export function createRecordKeeper(database: AccountDatabase, folder: string): KeepRecord {
  return async ({ id, number }) => {
    const record = await database.run(() => readOfficeRecord(id))
    if (!record) return
    await writeWhole(join(folder, `rozmowa-${number}.json`), officeRecordData(record))
    await writeWhole(join(folder, `rozmowa-${number}.html`), officeRecordPage(record))
  }
}
