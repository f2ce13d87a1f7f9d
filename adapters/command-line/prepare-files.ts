import { prepareBundle } from '../bundle.ts'
import { DESK_FILE } from '../desk/desk-file.ts'
import { derivedFolder } from '../knowledge/derived-knowledge.ts'
import { prepareKnowledge } from '../knowledge/prepare-knowledge.ts'
import { WIDGET_FILE } from '../website/widget-file.ts'

// Makes the files that the service would otherwise make at its first start. Does nothing when they are there already.
const folder = process.env.KNOWLEDGE_DIR || 'knowledge/content'
const dataDir = process.env.DATA_DIR || 'data'

try {
  const started = performance.now()
  const key = prepareKnowledge(folder, derivedFolder(dataDir))
  process.stdout.write(`Search for ${folder} is ready (${key}, ${Math.round(performance.now() - started)} ms).\n`)
  for (const parts of [WIDGET_FILE, DESK_FILE]) {
    const { key, gzipped } = await prepareBundle(parts, derivedFolder(dataDir))
    process.stdout.write(`The script "${parts.name}" is ready (${key}, ${gzipped.length} bytes gzip).\n`)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
