import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Language } from '../../knowledge/search/features.ts'
import { judge } from '../../knowledge/search/judge.ts'
import { search } from '../../knowledge/search/search.ts'
import type { Sample } from '../../knowledge/search/train.ts'
import { trainBareSearch } from '../../knowledge/search/train-search.ts'
import type { Engine } from './batch.ts'

const MOST_CANDIDATES = 5

const sampleSchema = z.object({ topic: z.string().min(1), text: z.string() })

/** Reads sample questions, one JSON object a line. Throws with every malformed line at once. */
export function readSamples(path: string): readonly Sample[] {
  const problems: string[] = []
  const samples = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index): Sample[] => {
      if (line.trim() === '') return []
      const read = sampleSchema.safeParse(parseLine(line))
      if (read.success) return [{ label: read.data.topic, text: read.data.text }]
      problems.push(`${path}:${index + 1}: must be {"topic": "…", "text": "…"}`)
      return []
    })
  if (problems.length > 0) throw new Error(problems.join('\n'))
  if (samples.length === 0) throw new Error(`${path}: has no samples. Write one {"topic": "…", "text": "…"} a line.`)
  return samples
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The same search over foreign samples, without our entries, dialogs and rules. */
export function bareEngine(samples: readonly Sample[], language: Language): Engine {
  const trained = trainBareSearch(samples, language)
  return text => {
    const found = search(text, trained)
    const verdict = judge(found)
    const candidates = found.topics.slice(0, MOST_CANDIDATES)
    const confidence = candidates[0]?.confidence ?? 0
    const common = { aspect: null, confidence, candidates, text: '' }
    switch (verdict.kind) {
      case 'sure':
        return { decision: 'answer', topic: verdict.topic, reason: null, ...common }
      case 'unsure':
        return {
          decision: 'clarify',
          topic: null,
          reason: null,
          ...common,
          candidates: candidates.filter(({ topic }) => verdict.topics.includes(topic)),
        }
      case 'refuse':
        return { decision: 'decline', topic: null, reason: verdict.reason, ...common }
      case 'nothing':
        return { decision: 'decline', topic: null, reason: 'not-understood', ...common }
    }
  }
}
