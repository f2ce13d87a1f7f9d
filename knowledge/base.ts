import {
  type Entry,
  entrySchema,
  type FollowUps,
  followUpsSchema,
  type Glossary,
  glossarySchema,
  type NotAnswered,
  type NotCoveredTopic,
  notAnsweredSchema,
  notCoveredSchema,
  type Office,
  officeSchema,
} from './entry.ts'
import { type ContentFile, type Parsed, parseFile } from './parse.ts'
import type { Problem } from './problem.ts'

/** Everything under the knowledge folder, parsed; each value still knows its file and lines. */
export type KnowledgeBase = {
  readonly office: Parsed<Office>
  readonly entries: readonly Parsed<Entry>[]
  readonly notCovered: readonly Parsed<NotCoveredTopic>[]
  readonly notAnswered: Parsed<NotAnswered>
  /** Absent where the folder has none. */
  readonly glossary?: Parsed<Glossary> | undefined
  /** Absent where the folder has none. */
  readonly followUps?: Parsed<FollowUps> | undefined
}

/** Reads all files at once. `base` is there only when every file fits its schema. */
export function readBase(files: readonly ContentFile[]): {
  readonly base?: KnowledgeBase
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const keep = <T>(read: {
    readonly parsed?: Parsed<T>
    readonly problems: readonly Problem[]
  }): readonly Parsed<T>[] => {
    problems.push(...read.problems)
    return read.parsed ? [read.parsed] : []
  }
  const only = (path: string): readonly ContentFile[] => {
    const found = files.filter(file => file.path === path)
    if (found.length === 0)
      problems.push({ file: path, line: 1, message: 'brakuje tego pliku. Każda baza wiedzy go potrzebuje.' })
    return found
  }

  const [office] = only('office.yaml').flatMap(file => keep(parseFile(officeSchema, file)))
  const [notAnswered] = only('not-answered.yaml').flatMap(file => keep(parseFile(notAnsweredSchema, file)))
  const maybe = (path: string): readonly ContentFile[] => files.filter(file => file.path === path)
  const [glossary] = maybe('glossary.yaml').flatMap(file => keep(parseFile(glossarySchema, file)))
  const [followUps] = maybe('follow-ups.yaml').flatMap(file => keep(parseFile(followUpsSchema, file)))
  const notCovered = files.filter(isNotCovered).flatMap(file => keep(parseFile(notCoveredSchema, file)))
  const entries = files.filter(isEntry).flatMap(file => keep(parseFile(entrySchema, file)))

  if (!office || !notAnswered || problems.length > 0) return { problems }
  return { base: { office, notAnswered, glossary, followUps, notCovered, entries }, problems }
}

const OTHER_FILES = ['office.yaml', 'not-answered.yaml', 'glossary.yaml', 'follow-ups.yaml']

function isNotCovered(file: ContentFile): boolean {
  return file.path.startsWith('not-covered/')
}

function isEntry(file: ContentFile): boolean {
  return !isNotCovered(file) && !OTHER_FILES.includes(file.path)
}
