import { type Activity, ActivityTypes } from 'botframework-schema'
import type { Explanation } from '../../bot/turn.ts'
import { outcomeName } from '../../dialogs/explain.ts'
import { plainText, type Reply } from '../../dialogs/reply.ts'
import { THRESHOLDS } from '../../knowledge/search/judge.ts'
import type { Lead } from '../../knowledge/search/lead.ts'

/** Joins the trace to `emulator.bot`, where the Emulator looks for the knowledge base that it belongs to. */
const KNOWLEDGE_BASE_ID = 'county-office'

/**
 * Shows testers why an answer came, in the shape that the Emulator's QnA inspector reads. The label is what its log shows.
 * Shape: https://github.com/microsoft/botbuilder-js, libraries/botbuilder-ai/src/qnamaker-interfaces/qnamakerTraceInfo.ts
 */
export function qnaTrace(
  { question, knowledgeVersion, decision }: Explanation,
  reply: Reply,
  lead: Lead | undefined,
): Partial<Activity> {
  const { found, confidence, decidedBy, outcome } = decision
  const decided = outcomeName(outcome)
  return {
    type: ActivityTypes.Trace,
    name: 'QnAMaker',
    label: `QnA ${confidence.toFixed(2)} › ${decided}`,
    valueType: 'https://www.qnamaker.ai/schemas/trace',
    value: {
      message: { text: question },
      queryResults: found.topics.map(({ topic, confidence: score }, index) => ({
        id: index,
        questions: [topic],
        answer: index === 0 ? plainText(reply) : topic,
        score,
        source: knowledgeVersion,
        metadata: [],
        context: { prompts: [] },
      })),
      knowledgeBaseId: KNOWLEDGE_BASE_ID,
      scoreThreshold: THRESHOLDS.answer,
      top: found.topics.length,
      strictFilters: null,
      metadataBoost: null,
      context: null,
      qnaId: 0,
      decision: decided,
      decidedBy,
      thresholds: THRESHOLDS,
      reasons: found.reasons,
      aspects: found.aspects,
      lead: lead ?? null,
    },
  }
}
