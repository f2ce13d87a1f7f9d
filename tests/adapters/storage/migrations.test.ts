import { describe, expect, it } from '@jest/globals'
import { type Migration, readMigrations, stepsAfter } from '../../../adapters/storage/migrations.ts'
import { StoreError } from '../../../adapters/storage/store-error.ts'

const STEPS: readonly Migration[] = [1, 2, 3].map(version => ({ version, sql: `-- step ${version}` }))

const versionsOf = (steps: readonly Migration[]) => steps.map(({ version }) => version)

describe.each(['sqlite', 'postgres'] as const)('the steps of %s', kind => {
  it('are numbered from 1 without gaps', () => {
    const versions = versionsOf(readMigrations(kind))

    expect(versions.length).toBeGreaterThan(0)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
  })

  it('all do something', () => {
    for (const { sql } of readMigrations(kind)) expect(sql).toMatch(/^(CREATE|ALTER|INSERT|UPDATE|DROP|DELETE) /m)
  })
})

describe('both kinds of databases', () => {
  it('have the same newest schema', () => {
    expect(readMigrations('sqlite').at(-1)?.version).toBe(readMigrations('postgres').at(-1)?.version)
  })
})

describe('the steps that a database still needs', () => {
  it.each([
    ['all of them where it is empty', 0, [1, 2, 3]],
    ['those after its own', 1, [2, 3]],
    ['none where it is up to date', 3, []],
  ])('are %s', (_which, version, expected) => {
    expect(versionsOf(stepsAfter(version, STEPS))).toEqual(expected)
  })

  it.each([4, 100])('are refused where a newer program wrote it, in one clear line: %i', version => {
    const steps = () => stepsAfter(version, STEPS)

    expect(steps).toThrow(StoreError)
    expect(steps).toThrow(
      new RegExp(
        `^The database has schema ${version}, but this version of the assistant knows 3 at most\\. Start the newer version again, or restore a backup\\. Nothing was changed\\.$`,
      ),
    )
  })
})
