import { afterAll, describe, expect, it } from '@jest/globals'
import { build, stop } from 'esbuild'
import { DESK_FILE } from '../../adapters/desk/desk-file.ts'
import { WIDGET_FILE } from '../../adapters/website/widget-file.ts'

const ROOT = `${import.meta.dirname}/../..`

afterAll(stop)

describe.each([WIDGET_FILE, DESK_FILE])('the script "$name"', ({ entry, sources }) => {
  it('is made anew whenever a file that it is made of changes', async () => {
    const made = await build({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      bundle: true,
      metafile: true,
      write: false,
    })

    const files = Object.keys(made.metafile.inputs).filter(path => !path.startsWith('node_modules/'))
    const isNamed = (path: string) => sources.some(source => path === source || path.startsWith(`${source}/`))
    expect(files).toContain(entry)
    expect(files.filter(path => !isNamed(path))).toEqual([])
  })
})
