import { endsForGood, hasPerson, keepsOriginals, staysOpen, writeState } from '../../bot/conversation.ts'
import type { Delivery, Received } from '../../bot/ports.ts'
import type { ExplainedReply, Remasked, Turn } from '../../bot/turn.ts'
import type { WaitingRow } from './decide-stored.ts'
import { deskChange } from './desk-rows.ts'
import { replyRow } from './rows.ts'
import type { SqliteDesk } from './sqlite-desk.ts'
import type { SqliteMails } from './sqlite-mails.ts'
import type { SqliteStatements } from './sqlite-statements.ts'
import type { StoreTiming } from './timing.ts'

/** How a turn is read and written. Both are part of one transaction. */
export type SqliteTurns = {
  /** The first event that waits for its turn; nothing where there is none. */
  readonly read: (conversationId: string) => WaitingRow | undefined
  /** Gives the first reply's delivery, where nothing waits before it. */
  readonly write: (conversationId: string, received: Received, turn: Turn, now: Date) => Delivery | null
}

export function createSqliteTurns(
  sql: SqliteStatements,
  {
    desk,
    mails,
    timing,
  }: {
    readonly desk: Pick<SqliteDesk, 'write'>
    readonly mails: Pick<SqliteMails, 'write'>
    readonly timing: Pick<StoreTiming, 'leaseMs'>
  },
): SqliteTurns {
  /** Where a turn is written, and when. */
  type Place = { readonly conversationId: string; readonly received: Received; readonly at: string }

  function addReplies(replies: readonly ExplainedReply[], firstSeq: number, isPushed: boolean, place: Place): void {
    const { conversationId, received, at } = place
    for (const [index, reply] of replies.entries()) {
      const seq = firstSeq + index
      const { body, explanation, learning, speaker, clerkId, clerkName, isForClerks } = replyRow(reply)
      const own = [clerkId, clerkName, Number(isForClerks)]
      sql.addReply.run(conversationId, seq, received.eventId, speaker, body, explanation, at, ...own)
      if (isPushed && !isForClerks) sql.addDelivery.run(conversationId, seq, at)
      if (learning && received.seq !== null) {
        const { question, decision, reason, candidates, knowledgeVersion } = learning
        sql.addLearning.run(conversationId, received.seq, question, decision, reason, candidates, knowledgeVersion, at)
      }
    }
  }

  function remask(remasked: readonly Remasked[], { conversationId, received }: Place): void {
    for (const { seq, replaced, text } of remasked) {
      sql.remask.run(replaced, text, conversationId, seq)
      // The question at hand was masked before it was learnt from.
      if (seq !== received.seq) sql.remaskLearning.run(replaced, text, conversationId, seq)
    }
  }

  return {
    read(conversationId) {
      const row = sql.firstWaiting.get(conversationId)
      const conversation = sql.conversation.get(conversationId)
      if (!row || !conversation) return undefined
      return {
        eventId: Number(row.id),
        kind: String(row.kind),
        body: row.body,
        detail: row.detail,
        seq: row.seq === null ? null : Number(row.seq),
        attempts: Number(row.attempts),
        state: String(conversation.state),
        sealed: row.sealed instanceof Uint8Array ? row.sealed : null,
        key: row.key instanceof Uint8Array ? row.key : null,
      }
    },

    write(conversationId, received, turn, now) {
      const {
        state,
        replies,
        remasked = [],
        rated,
        isAboutClerk = false,
        refused,
        isGivenUp = false,
        mails: sent = [],
      } = turn
      const at = now.toISOString()
      const row = sql.writeState.get(
        writeState(state),
        Number(keepsOriginals(state)),
        Number(staysOpen(state)),
        hasPerson(state) ? at : null,
        replies.length,
        conversationId,
      )
      const refusal = refused ? JSON.stringify(refused) : null
      const event = sql.finishEvent.get(isGivenUp ? 'dead' : 'done', at, refusal, received.eventId)
      const isPushed = row?.return_path !== null && event?.is_awaited === 0
      const firstSeq = Number(row?.last_seq) - replies.length + 1
      const place: Place = { conversationId, received, at }
      addReplies(replies, firstSeq, isPushed, place)
      remask(remasked, place)

      if (endsForGood(state)) sql.destroyKey.run(conversationId)
      if (rated) sql.rate.run(Number(rated.isHelpful), conversationId, rated.seq)
      desk.write(conversationId, deskChange(turn), at)
      if (isAboutClerk) sql.commentOnClerk.run(received.seq, conversationId)
      mails.write(conversationId, sent, firstSeq, at)

      const first = replies.findIndex(({ isForClerks = false }) => !isForClerks)
      const reply = replies[first]
      if (!isPushed || !reply) return null
      const claimed = sql.claimFirst.get(timing.leaseMs / 1000, conversationId, firstSeq + first)
      if (!claimed) return null
      return {
        id: Number(claimed.id),
        epoch: Number(claimed.epoch),
        conversationId,
        source: String(row?.source),
        returnPath: String(row?.return_path),
        reply,
        attempts: 0,
      }
    },
  }
}
