import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { createErasureRegister } from '../../../adapters/privacy/erasure-register.ts'
import type { Erasure } from '../../../bot/erasing.ts'
import { temporaryFolder } from '../../setup/temporary-folder.ts'

const newPath = () => join(temporaryFolder(), 'kept', 'erasures.jsonl')

function erasure(number: number): Erasure {
  const conversationId = `b3f4e0a6-0000-4000-8000-${String(number).padStart(12, '0')}`
  return { at: new Date('2026-11-29T10:00:00Z'), conversationId, number, by: 'citizen' }
}

describe('the register of erasures', () => {
  it('reads what it has noted, also from several at once, and is readable by its owner alone', async () => {
    const path = newPath()
    const registers = [createErasureRegister(path), createErasureRegister(path)]

    await Promise.all(registers.flatMap((register, at) => [1, 2, 3].map(n => register.note([erasure(10 * at + n)]))))

    const numbers = (await createErasureRegister(path).read()).map(({ number }) => number)
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 11, 12, 13])
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('holds time, number and who, and nothing else', async () => {
    const path = newPath()

    await createErasureRegister(path).note([erasure(7)])

    expect(readFileSync(path, 'utf8')).toBe(
      '{"at":"2026-11-29T10:00:00.000Z","conversationId":"b3f4e0a6-0000-4000-8000-000000000007","number":7,"by":"citizen"}\n',
    )
  })

  it('goes on after a line that was cut off, of which nothing was erased', async () => {
    const path = newPath()
    const register = createErasureRegister(path)
    await register.note([erasure(1)])
    appendFileSync(path, '{"at":"2026-11-29T10:00:00.000Z","conver')

    await register.note([erasure(2)])

    expect(await register.read()).toEqual([erasure(1), erasure(2)])
  })

  it('says which line is no entry, and what to do', async () => {
    const path = join(temporaryFolder(), 'erasures.jsonl')
    writeFileSync(path, '{"number":1}\n')

    await expect(createErasureRegister(path).read()).rejects.toThrow(
      `ERASURE_REGISTER: ${path}:1: this is no entry of the register. Mend the line`,
    )
  })

  it('says so at the start where it cannot be written', async () => {
    await expect(createErasureRegister(temporaryFolder()).read()).rejects.toThrow(
      /cannot be read and written \(EISDIR\)/,
    )
  })
})
