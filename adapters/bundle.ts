import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PluginBuild } from 'esbuild'
import { trimTemplates } from './trim-templates.ts'

/** A script that pages load. `key` changes with what it is made of. */
export type Bundle = { readonly key: string; readonly code: Buffer; readonly gzipped: Buffer }

export type BundleParts = {
  /** Of the derived file: lower-case letters. */
  readonly name: string
  /** The file that starts it. */
  readonly entry: string
  /** Files and folders that it is made of, besides packages. */
  readonly sources: readonly string[]
}

const PROJECT = resolve(import.meta.dirname, '..')
/** What makes it changes it too. */
const MAKERS = ['adapters/bundle.ts', 'adapters/trim-templates.ts']
const LIT = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element']
/** lit's licence wants to be named wherever its code goes. */
const LICENCE = '/*! lit: Copyright 2017-2022 Google LLC, SPDX-License-Identifier: BSD-3-Clause */'

/** Bundles a script for browsers, unless that was done since its sources changed. */
export async function prepareBundle(parts: BundleParts, derived: string): Promise<Bundle> {
  const key = sourceKey(parts)
  const path = join(derived, `${parts.name}-${key}.js`)
  if (!existsSync(path)) {
    mkdirSync(derived, { recursive: true })
    const draft = `${path}.${process.pid}.tmp`
    writeFileSync(draft, await build(parts.entry))
    renameSync(draft, path)
    removeOthers(derived, parts.name, key)
  }
  const code = readFileSync(path)
  // These scripts are some 40 bytes smaller than with the usual memory level of 8.
  return { key, code, gzipped: gzipSync(code, { level: 9, memLevel: 7 }) }
}

async function build(entry: string): Promise<Uint8Array> {
  // Needed only when the sources changed, so a start that finds the bundle does not load it.
  const { build, stop } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    footer: { js: LICENCE },
    metafile: true,
    plugins: [{ name: 'trim templates', setup: trimElements }],
    write: false,
  })
  await stop()
  const unnamed = Object.keys(metafile.inputs).find(path => path.startsWith('node_modules/') && !isOfLit(path))
  if (unnamed) throw new Error(`adapters/bundle.ts: ${unnamed} is bundled. Name its licence beside that of lit.`)
  const [file] = outputFiles
  if (!file) throw new Error(`esbuild gave no file for ${entry}`)
  return file.contents
}

function isOfLit(path: string): boolean {
  return LIT.some(name => path.startsWith(`node_modules/${name}/`))
}

/** Of elements and their styles, which are in folders named `ui`. */
function trimElements({ onLoad }: PluginBuild): void {
  onLoad({ filter: /[\\/]ui[\\/].+\.ts$/ }, ({ path }) => ({
    contents: trimTemplates(readFileSync(path, 'utf8')),
    loader: 'ts',
  }))
}

function sourceKey({ sources }: BundleParts): string {
  const hash = createHash('sha256')
  const files = sources.flatMap(filesUnder).sort()
  for (const path of [...files, ...MAKERS]) hash.update(path).update(readFileSync(join(PROJECT, path)))
  for (const name of [...LIT, 'esbuild']) hash.update(readFileSync(join(PROJECT, 'node_modules', name, 'package.json')))
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(path: string): string[] {
  if (path.endsWith('.ts')) return [path]
  return readdirSync(join(PROJECT, path), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${path}/${name.replaceAll('\\', '/')}`)
}

function removeOthers(derived: string, name: string, key: string): void {
  const isOther = new RegExp(`^${name}-[0-9a-f]+\\.js$`)
  const others = readdirSync(derived).filter(file => isOther.test(file) && !file.includes(key))
  for (const file of others) rmSync(join(derived, file), { force: true })
}
