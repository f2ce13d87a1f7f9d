import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The script that pages load. */
export type WidgetFile = { readonly key: string; readonly code: Buffer; readonly gzipped: Buffer }

const PROJECT = resolve(import.meta.dirname, '../..')
const ENTRY = 'adapters/website/widget/start.ts'

/** What the bundle is made of, besides packages. */
const SOURCES = [
  'adapters/website/widget',
  'adapters/website/rich-text.ts',
  'adapters/website/rich-html.ts',
  'dialogs/personal-data',
]
const PACKAGES = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'esbuild']

/** Bundles the widget, unless that was done since its sources changed. Gives what `readWidget` reads. */
export async function prepareWidget(derived: string): Promise<WidgetFile> {
  const key = sourceKey()
  const path = join(derived, `widget-${key}.js`)
  if (!existsSync(path)) {
    mkdirSync(derived, { recursive: true })
    const draft = `${path}.${process.pid}.tmp`
    writeFileSync(draft, await bundle())
    renameSync(draft, path)
    removeOthers(derived, key)
  }
  const code = readFileSync(path)
  return { key, code, gzipped: gzipSync(code, { level: 9 }) }
}

async function bundle(): Promise<Uint8Array> {
  // Needed only when the sources changed, so a start that finds the bundle does not load it.
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: PROJECT,
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  })
  await stop()
  const [file] = outputFiles
  if (!file) throw new Error('esbuild gave no file for the widget')
  return file.contents
}

function sourceKey(): string {
  const hash = createHash('sha256')
  const files = SOURCES.flatMap(filesUnder).sort()
  for (const path of [...files, 'adapters/website/widget-file.ts'])
    hash.update(path).update(readFileSync(join(PROJECT, path)))
  for (const name of PACKAGES) hash.update(readFileSync(join(PROJECT, 'node_modules', name, 'package.json')))
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(PROJECT, path), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${path}/${name.replaceAll('\\', '/')}`)
}

function removeOthers(derived: string, key: string): void {
  const others = readdirSync(derived).filter(name => /^widget-[0-9a-f]+\.js$/.test(name) && !name.includes(key))
  for (const name of others) rmSync(join(derived, name), { force: true })
}
