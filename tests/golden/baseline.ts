import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part, Tally } from './golden.ts'

/** The figures that golden questions must not fall behind; written by `npm run golden -- --accept`. */
export const BASELINE_FILE = join(import.meta.dirname, 'baseline.json')

export function readBaseline(): Readonly<Record<Part, Tally>> {
  return JSON.parse(readFileSync(BASELINE_FILE, 'utf8'))
}
