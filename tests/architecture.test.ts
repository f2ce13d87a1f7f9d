import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const ROOT = resolve(import.meta.dirname, '..')

/** Imports point to the right only. `main.ts` and `app.ts` are layers of their own. */
const LAYERS = ['main.ts', 'app.ts', 'adapters', 'bot', 'dialogs', 'knowledge']

/** Packages and modules that only some places may import. */
const RESERVED: readonly { readonly module: RegExp; readonly allowed: readonly string[] }[] = [
  { module: /^restify$/, allowed: ['adapters/'] },
  { module: /^botbuilder/, allowed: ['adapters/', 'bot/activity-bot.ts'] },
  { module: /^botframework-/, allowed: ['adapters/'] },
  { module: /^@azure\//, allowed: ['adapters/'] },
  { module: /^lit(\/|$)/, allowed: ['adapters/website/widget/ui/', 'adapters/desk/page/ui/'] },
  { module: /^esbuild$/, allowed: ['adapters/bundle.ts'] },
  { module: /^node:(sqlite|http|https|net|worker_threads|child_process)$/, allowed: ['main.ts', 'adapters/'] },
  { module: /^node:fs(\/promises)?$/, allowed: ['adapters/', 'knowledge/load.ts'] },
]

type Source = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const sources = ['main.ts', 'app.ts', 'adapters', 'bot', 'dialogs', 'knowledge'].flatMap(filesUnder).map(readSource)

function filesUnder(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(path, name))
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8')
  const imports = [...text.matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].map(match => match[1] ?? '')
  return { path, text, imports }
}

function layerOf(path: string): number {
  return LAYERS.indexOf(path.split('/')[0] ?? '')
}

function projectImports(source: Source): string[] {
  return source.imports
    .filter(target => target.startsWith('.'))
    .map(target => relative(ROOT, resolve(ROOT, dirname(source.path), target)))
}

describe('the architecture', () => {
  it('has sources to check', () => {
    expect(sources.length).toBeGreaterThan(0)
  })

  it('lets imports point one way: main, app, adapters, bot, dialogs, knowledge', () => {
    const wrongWay = sources.flatMap(source =>
      projectImports(source)
        .filter(target => layerOf(target) < layerOf(source.path))
        .map(target => `${source.path} imports ${target}`),
    )

    expect(wrongWay).toEqual([])
  })

  it('keeps each outside module where it belongs', () => {
    const misplaced = sources.flatMap(source =>
      source.imports
        .filter(target =>
          RESERVED.some(
            rule => rule.module.test(target) && !rule.allowed.some(allowed => source.path.startsWith(allowed)),
          ),
        )
        .map(target => `${source.path} imports ${target}`),
    )

    expect(misplaced).toEqual([])
  })

  it('reads the environment only in main.ts and the commands', () => {
    const readers = sources.filter(source => source.text.includes('process.env')).map(source => source.path)

    expect(readers.filter(path => path !== 'main.ts' && !path.startsWith('adapters/command-line/'))).toEqual([])
  })

  it('reads no clock and no chance in bot, dialogs and knowledge', () => {
    const readers = sources
      .filter(source => /^(bot|dialogs|knowledge)\//.test(source.path))
      .filter(source => /Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/.test(source.text))
      .map(source => source.path)

    expect(readers).toEqual([])
  })

  it('has no import cycles', () => {
    const importsOf = new Map(sources.map(source => [source.path, projectImports(source)]))
    const cycles: string[] = []
    const done = new Set<string>()
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' → '))
      if (done.has(path) || way.includes(path)) return
      for (const target of importsOf.get(path) ?? []) visit(target, [...way, path])
      done.add(path)
    }
    for (const path of importsOf.keys()) visit(path, [])

    expect(cycles).toEqual([])
  })

  it('imports its own files by their full name', () => {
    const wrong = sources.flatMap(source => source.imports.filter(t => t.startsWith('.') && !/\.(ts|json)$/.test(t)))

    expect(wrong).toEqual([])
  })
})
