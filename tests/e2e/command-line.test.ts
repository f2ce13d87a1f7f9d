import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from '@jest/globals'
import { COMPILE_CACHE } from '../setup/compile-cache.ts'
import { realKnowledge } from '../setup/knowledge.ts'
import { temporaryFolder } from '../setup/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

beforeAll(() => {
  realKnowledge()
})

/** Runs a command as its npm script does. */
function run(command: string, args: readonly string[], input = '') {
  const program = [`adapters/command-line/${command}.ts`, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, ...COMPILE_CACHE },
  })
  return { status, stdout, stderr, lines: stdout.split('\n').filter(Boolean) }
}

function temporaryFile(name: string, text: string): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

describe('npm run ask', () => {
  it('prints the answer', () => {
    const { status, stdout } = run('ask', ['ile kosztuje karta parkingowa'])

    expect(status).toBe(0)
    expect(stdout).toMatch(/^Karta parkingowa: opłata\n\nZapłać 21 zł\./)
  })

  it('says why when asked', () => {
    const { stdout } = run('ask', ['--why', 'ile kosztuje karta parkingowa'])

    expect(stdout).toMatch(/decision {4}answer › parking-card › fee[\s\S]*candidate[\s\S]*thresholds/)
  })

  it('asks as if it were another day', () => {
    const { stdout } = run('ask', ['karta parkingowa', '--at', '2027-03-01T10:00'])

    expect(stdout).toContain('Od 26 lutego 2027 r. ta informacja czeka na ponowne sprawdzenie.')
  })

  const wrongCalls: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /Usage:/],
    [['--batch', 'a question too'], /Usage:/],
    [['--language', 'de', 'x'], /Usage:/],
    [['--unknown'], /--unknown/],
    [['x', '--at', 'jutro'], /--at: "jutro" is no moment. Write it like 2026-12-26T10:00./],
    [['x', '--knowledge', '/nowhere/content'], /takiego katalogu nie ma/],
    [['--batch', '--train', '/nowhere.jsonl'], /nowhere\.jsonl/],
  ]

  it.each(wrongCalls)('explains a wrong call: %j', (args, expected) => {
    const { status, stderr, stdout } = run('ask', args)

    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(expected)
  })
})

describe('npm run ask -- --batch', () => {
  it('answers each line in order, in the shape of the contract', () => {
    const asked = [
      { id: 'q1', text: 'ile kosztuje karta parkingowa' },
      { id: 2, text: 'a jakie dokumenty?', context: { topic: 'parking-card' } },
      { id: 'q3', text: 'chcę rozmawiać z człowiekiem' },
      { id: 'q4', text: '' },
    ]

    const { status, lines } = run('ask', ['--batch'], asked.map(line => JSON.stringify(line)).join('\n'))
    const [first, second, third, fourth] = lines.map(line => JSON.parse(line))

    expect(status).toBe(0)
    expect(Object.keys(first)).toEqual([
      'id',
      'decision',
      'topic',
      'aspect',
      'confidence',
      'reason',
      'candidates',
      'text',
    ])
    expect(first).toMatchObject({ id: 'q1', decision: 'answer', topic: 'parking-card', aspect: 'fee', reason: null })
    expect(first.candidates[0]).toEqual({ topic: 'parking-card', confidence: first.confidence })
    expect(second).toMatchObject({ id: 2, decision: 'answer', topic: 'parking-card', aspect: 'documents' })
    expect(third).toMatchObject({ decision: 'handoff', reason: 'asked-for-person', topic: null, aspect: null })
    expect(third.confidence).toBe(third.candidates[0].confidence)
    expect(fourth).toMatchObject({ decision: 'decline', reason: 'not-understood', topic: null })
    expect(fourth.candidates).toHaveLength(5)
  })

  it('says what is wrong with a line, goes on, and ends with 1', () => {
    const input = [
      '{"id": "a", "text": "karta parkingowa"}',
      'no json',
      '{"id": "c"}',
      '',
      '{"id": "e", "text": "112"}',
    ]

    const { status, lines } = run('ask', ['--batch'], input.join('\n'))
    const [, second, third, last] = lines.map(line => JSON.parse(line))

    expect(status).toBe(1)
    expect(second).toEqual({ id: null, error: expect.stringMatching(/^line 2 is not JSON/) })
    expect(third).toEqual({ id: 'c', error: expect.stringMatching(/^line 3 is malformed: text:/) })
    expect(last.id).toBe('e')
  })

  it('runs as a bare index of foreign samples', () => {
    const samples = ['card', 'money'].flatMap(topic =>
      ['lost', 'stolen', 'new', 'old', 'broken'].map(word => JSON.stringify({ topic, text: `my ${topic} is ${word}` })),
    )
    const path = temporaryFile('samples.jsonl', samples.join('\n'))

    const { status, lines } = run(
      'ask',
      ['--train', path, '--batch', '--language', 'en'],
      '{"id":1,"text":"card stolen"}',
    )
    const answer = JSON.parse(lines[0] ?? '')

    expect(status).toBe(0)
    expect(answer).toMatchObject({ id: 1, decision: 'answer', topic: 'card', aspect: null, reason: null })
  })

  it('names every malformed sample', () => {
    const path = temporaryFile('samples.jsonl', '{"topic":"a","text":"b"}\n{"topic":"a"}\nnone\n')

    const { status, stderr } = run('ask', ['--train', path, '--batch'])

    expect(status).toBe(2)
    expect(stderr).toMatch(/samples\.jsonl:2: [\s\S]*samples\.jsonl:3: /)
  })
})

describe('npm run knowledge -- check', () => {
  it('finds the content in order, and tells what the office owes', () => {
    const { status, stdout } = run('knowledge', ['check'])

    expect(status).toBe(0)
    expect(stdout).toMatch(/Do uzupełnienia \(\d+\)[\s\S]*Baza jest w porządku\.\n$/)
  })

  it('fails on unconfirmed facts when it is strict', () => {
    expect(run('knowledge', ['check', '--strict']).status).toBe(1)
  })

  it('lists every planted problem with file and line, and fails', () => {
    const folder = temporaryFolder()
    cpSync(join(ROOT, 'knowledge/content'), folder, { recursive: true })
    const card = join(folder, 'procedures/parking-card.yaml')
    writeFileSync(card, readFileSync(card, 'utf8').replace('amount: 21', 'amount: -21').replace('https://', 'http://'))

    const { status, stdout } = run('knowledge', ['check', '--knowledge', folder])

    expect(status).toBe(1)
    expect(stdout).toMatch(/parking-card\.yaml:\d+: .*adres musi zaczynać się od https:\/\//)
    expect(stdout).toMatch(/parking-card\.yaml:\d+: .*kwota nie może być mniejsza od zera/)
  })

  it('says that the folder does not exist', () => {
    const { status, stderr } = run('knowledge', ['check', '--knowledge', '/nowhere/content'])

    expect(status).toBe(2)
    expect(stderr).toMatch(/takiego katalogu nie ma/)
  })

  it('explains a wrong call', () => {
    expect(run('knowledge', ['chek'])).toMatchObject({ status: 2, stderr: expect.stringContaining('Użycie:') })
  })
})
