import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { DESK_FILE } from '../../adapters/desk/desk-file.ts'
import { WIDGET_FILE } from '../../adapters/website/widget-file.ts'

describe.each([DESK_FILE, WIDGET_FILE])('the script of the $name', ({ entry, sources }) => {
  it('is made anew after a change of any file that is in it', () => {
    const isNamed = (path: string) => sources.some(source => path === source || path.startsWith(`${source}/`))

    expect(filesIn(entry).filter(path => !isNamed(path))).toEqual([])
  })
})

/** The file, and all that it imports besides types and packages. */
function filesIn(path: string, known = new Set<string>()): readonly string[] {
  if (known.has(path)) return []
  known.add(path)
  const imports = readFileSync(path, 'utf8').matchAll(/^(?:import|export) (?!type )[^'`]*? from '(\.[^']+)'/gm)
  return [path, ...[...imports].flatMap(([, to = '']) => filesIn(normalize(join(dirname(path), to)), known))]
}
