import type { Config } from '../config.ts'
import { type Archive, openArchive } from '../storage/open-archive.ts'

/** Runs a command's work on conversations as wholes, and closes the database whatever happens. */
export async function withArchive<Result>(
  config: Config,
  work: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openArchive(config)
  try {
    return await work(archive)
  } finally {
    await archive.close()
  }
}
