import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { prepareBundle } from '../../../adapters/bundle.ts'
import { WIDGET_FILE } from '../../../adapters/website/widget-file.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

describe('preparing the script of the chat', () => {
  it('makes it once, and puts it in place of older ones', async () => {
    const derived = temporaryFolder()
    writeFileSync(join(derived, 'widget-0123456789abcdef.js'), 'old')

    const first = await prepareBundle(WIDGET_FILE, derived)
    const [name = ''] = readdirSync(derived)
    const { mtimeMs } = statSync(join(derived, name))
    const second = await prepareBundle(WIDGET_FILE, derived)

    expect(readdirSync(derived)).toEqual([`widget-${first.key}.js`])
    expect(statSync(join(derived, name)).mtimeMs).toBe(mtimeMs)
    expect(second.code.equals(first.code)).toBe(true)
    expect(gunzipSync(first.gzipped).equals(first.code)).toBe(true)
  })

  it('names the licence of what it carries along', async () => {
    const { code } = await prepareBundle(WIDGET_FILE, temporaryFolder())

    expect(code.toString('utf8')).toMatch(/Google LLC[\s\S]*BSD-3-Clause/)
  })
})
