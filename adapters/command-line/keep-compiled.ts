import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Loaded before a program (`node --import`): keeps beside package.json what its ends leave compiled, so that the next start
// takes half as long. Where that folder cannot be written, nothing is kept.

enableCompileCache(join(import.meta.dirname, '../../.derived/compiled'))
