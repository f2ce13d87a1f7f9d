import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { contentKey, loadContent } from '../../knowledge/load.ts'
import { planted, sampleFolder } from './sample-folder.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('loading a folder', () => {
  it('reads files at any depth, in the order of their paths', () => {
    write('office.yaml', 'name: a')
    write('procedures/tax/b.yaml', 'id: b')
    write('office/a.yaml', 'id: a')

    const files = loadContent(folder)

    expect(files).toEqual([
      { path: 'office.yaml', text: 'name: a' },
      { path: 'office/a.yaml', text: 'id: a' },
      { path: 'procedures/tax/b.yaml', text: 'id: b' },
    ])
  })

  it('reads Polish letters', () => {
    write('office.yaml', 'name: Łódź')

    expect(loadContent(folder)).toEqual([{ path: 'office.yaml', text: 'name: Łódź' }])
  })

  it('leaves out what is not YAML', () => {
    write('notes.txt', 'x')
    write('office.yaml.bak', 'x')
    write('office.yml', 'name: a')

    expect(loadContent(folder).map(file => file.path)).toEqual(['office.yml'])
  })

  it('throws when there is no such folder', () => {
    expect(() => loadContent(join(folder, 'nowhere'))).toThrow('nowhere')
  })
})

describe('the content key', () => {
  it('is the same for the same files', () => {
    expect(contentKey(structuredClone(sampleFolder()))).toBe(contentKey(sampleFolder()))
  })

  it.each([
    ['a letter changes', planted('office/office-hours.yaml', 'Godziny', 'godziny')],
    ['a file is added', [...sampleFolder(), { path: 'office/new.yaml', text: '' }]],
    ['a file is removed', sampleFolder().slice(1)],
    ['a file is renamed', sampleFolder().map((file, at) => (at === 3 ? { ...file, path: 'office/other.yaml' } : file))],
  ])('changes when %s', (_, files) => {
    expect(contentKey(files)).not.toBe(contentKey(sampleFolder()))
  })

  it('does not confuse the end of a path with the beginning of a text', () => {
    expect(contentKey([{ path: 'a', text: 'b' }])).not.toBe(contentKey([{ path: 'ab', text: '' }]))
  })

  it('can be part of a file name', () => {
    expect(contentKey(sampleFolder())).toMatch(/^[0-9a-f]{16}$/)
  })
})
