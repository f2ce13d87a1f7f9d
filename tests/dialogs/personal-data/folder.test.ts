import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const FOLDER = join(import.meta.dirname, '../../../dialogs/personal-data')

describe('the folder', () => {
  it('imports nothing from outside itself, as the website uses it too', () => {
    const imports = readdirSync(FOLDER).flatMap(name =>
      [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, target = '']) => target),
    )

    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter(target => !/^\.\/[a-z-]+\.ts$/.test(target))).toEqual([])
  })
})
