import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import {
  endsForGood,
  hasPerson,
  keepsOriginals,
  NEW_CONVERSATION,
  staysOpen,
  writeState,
} from '../../bot/conversation.ts'
import { NO_DESK } from '../../bot/desk-state.ts'
import { isClerks } from '../../bot/event.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Delivery, Received, Store, TakenTurn } from '../../bot/ports.ts'
import type { Turn } from '../../bot/turn.ts'
import { decideStored, type WaitingRow } from './decide-stored.ts'
import { deskChange } from './desk-rows.ts'
import { createGroupCommit } from './group-commit.ts'
import { bodyOf, detailOf, readReply, replyRow } from './rows.ts'
import { createKey, seal, unseal } from './seal.ts'
import { createSqliteChats } from './sqlite-chats.ts'
import { openSqlite } from './sqlite-database.ts'
import { createSqliteDesk } from './sqlite-desk.ts'
import { eraseFromSqlite } from './sqlite-erase.ts'
import { createSqliteHistory } from './sqlite-history.ts'
import { createSqliteMails } from './sqlite-mails.ts'
import { createSqliteRecords } from './sqlite-records.ts'
import { sqliteStatements } from './sqlite-statements.ts'
import { later, STORE_TIMING, type StoreTiming } from './timing.ts'

/** Name under which changes of any conversation are told. */
const ANY = '*'

/**
 * Conversations in a SQLite file, for one service process; `:memory:` forgets them at the end. Throws `StoreError` when the
 * file cannot be used safely.
 */
export function createSqliteStore(path = ':memory:', timing: StoreTiming = STORE_TIMING): Store {
  const { database, check, close } = openSqlite(path)
  const sql = sqliteStatements(database)
  const history = createSqliteHistory(database)
  const changes = new EventEmitter({ captureRejections: false }).setMaxListeners(0)
  const typing = new EventEmitter().setMaxListeners(0)
  const desk = createSqliteDesk(database, {
    history: (conversationId, seq) => history(conversationId, seq, true),
    timing,
    changed: () => changes.emit(ANY),
  })
  const mails = createSqliteMails(database, timing)
  const together = createGroupCommit(database)
  /** In which a clerk has done something that waits for its turn: it goes before what citizens wrote elsewhere (F17). */
  const withClerks = new Set<string>()
  takeUpWhereLeft()

  function tell(conversationId: string): void {
    changes.emit(conversationId)
    changes.emit(ANY)
  }

  /** Whatever was under way when the last process ended is under way no more. */
  function takeUpWhereLeft(): void {
    database.exec(`UPDATE inbox SET retry_at = '' WHERE state = 'accepted'; UPDATE delivery SET leased_until = 0;
      UPDATE mail SET leased_until = 0`)
  }

  function transaction<T>(work: () => T): T {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      // A full disk has rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  function currentConversation(source: string, address: string, now: Date) {
    const known = sql.currentConversation.get(source, address)
    const isIdle = known && known.stays_open === 0 && String(known.active_at) < later(now, -timing.idleMs).toISOString()
    if (known && !isIdle) return known
    if (known) {
      sql.closeConversation.run(now.toISOString(), String(known.id))
      sql.destroyKey.run(String(known.id))
    }
    sql.addConversation.run(
      randomUUID(),
      source,
      address,
      writeState(NEW_CONVERSATION),
      now.toISOString(),
      now.toISOString(),
    )
    return sql.currentConversation.get(source, address)
  }

  function keyOf(conversationId: string): Uint8Array {
    const known = sql.key.get(conversationId)
    if (known?.key instanceof Uint8Array) return known.key
    const key = createKey()
    sql.addKey.run(conversationId, key)
    return key
  }

  function waitingRow(conversationId: string): WaitingRow | undefined {
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
  }

  /** Gives the first reply's delivery, where nothing waits before it. */
  function write(
    conversationId: string,
    { eventId, seq: questionSeq }: Received,
    turn: Turn,
    now: Date,
  ): Delivery | null {
    const { state, replies, remasked = [], rated, clerkComment, refused, isGivenUp = false } = turn
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
    const event = sql.finishEvent.get(isGivenUp ? 'dead' : 'done', at, refusal, eventId)
    const isPushed = row?.return_path !== null && event?.is_awaited === 0
    const firstSeq = Number(row?.last_seq) - replies.length
    for (const [index, reply] of replies.entries()) {
      const seq = firstSeq + index + 1
      const { body, explanation, learning, speaker, clerkId, clerkName, isForClerks } = replyRow(reply)
      const own = [clerkId, clerkName, Number(isForClerks)]
      sql.addReply.run(conversationId, seq, eventId, speaker, body, explanation, at, ...own)
      if (isPushed && !isForClerks) sql.addDelivery.run(conversationId, seq, at)
      if (learning && questionSeq !== null) {
        const { question, decision, reason, candidates, knowledgeVersion } = learning
        sql.addLearning.run(conversationId, questionSeq, question, decision, reason, candidates, knowledgeVersion, at)
      }
    }
    for (const { seq, replaced, text } of remasked) {
      sql.remask.run(replaced, text, conversationId, seq)
      // The question at hand was masked before it was learnt from.
      if (seq !== questionSeq) sql.remaskLearning.run(replaced, text, conversationId, seq)
    }

    if (endsForGood(state)) sql.destroyKey.run(conversationId)
    if (rated) sql.rate.run(Number(rated.isHelpful), conversationId, rated.seq)
    desk.write(conversationId, deskChange(turn), at)
    if (clerkComment !== undefined) sql.commentOnClerk.run(clerkComment, conversationId)
    mails.write(conversationId, turn.mails ?? [], firstSeq + 1, at)

    const first = replies.findIndex(({ isForClerks = false }) => !isForClerks)
    const reply = replies[first]
    const claimed =
      isPushed && reply ? sql.claimFirst.get(timing.leaseMs / 1000, conversationId, firstSeq + first + 1) : undefined
    if (!reply || !claimed) return null
    const { source, return_path } = row ?? {}
    return {
      id: Number(claimed.id),
      epoch: Number(claimed.epoch),
      conversationId,
      source: String(source),
      returnPath: String(return_path),
      reply,
      attempts: 0,
    }
  }

  return {
    async accept(event, original, now) {
      const {
        source,
        address,
        externalId,
        returnPath,
        isAwaited,
        isOpened = false,
        conversationId: known,
      } = event.origin
      const at = now.toISOString()
      return together((): Accepted => {
        const seen = sql.event.get(source, address, externalId)
        if (seen) return readSeen(seen)
        const conversation =
          known !== undefined
            ? sql.openConversation.get(known)
            : isOpened
              ? sql.currentConversation.get(source, address)
              : currentConversation(source, address, now)
        if (!conversation) throw new NoConversationError()
        const conversationId = String(conversation.id)
        const body = bodyOf(event)
        const added = sql.addEvent.get(
          source,
          address,
          externalId,
          conversationId,
          event.kind,
          Number(isAwaited),
          later(now, timing.retryMs).toISOString(),
          at,
          detailOf(event),
        )
        const eventId = Number(added?.id)
        if (isClerks(event)) withClerks.add(conversationId)
        const { last_seq: seq } = sql.touch.get(at, returnPath, body === null ? 0 : 1, conversationId) ?? {}
        if (body !== null) {
          const isSealed = original !== null && conversation.keeps_originals === 1
          const sealed = isSealed ? seal(original, keyOf(conversationId)) : null
          sql.addMessage.run(conversationId, Number(seq), eventId, 'citizen', body, sealed, null, at)
        }
        return { status: 'new', eventId, conversationId, seq: body === null ? null : Number(seq) }
      }, isClerks(event))
    },

    async takeTurn(conversationId, decide, now) {
      const taken = await together((): TakenTurn | undefined => {
        const row = waitingRow(conversationId)
        if (!row) return undefined
        const { received, turn } = decideStored(decide, conversationId, row, desk.state(conversationId) ?? NO_DESK)
        return { received, turn, delivery: write(conversationId, received, turn, now) }
      }, withClerks.has(conversationId))
      if (taken) tell(conversationId)
      else withClerks.delete(conversationId)
      return taken
    },

    async countAttempt(eventId, now) {
      sql.countAttempt.run(later(now, timing.retryMs).toISOString(), eventId)
    },

    async recover(now, owed = []) {
      const retryAt = later(now, timing.retryMs).toISOString()
      return transaction(() => {
        if (owed.length > 0) sql.putOff.run(retryAt, JSON.stringify(owed))
        return sql.recover.all(retryAt, now.toISOString()).map(row => String(row.conversation_id))
      })
    },

    async repliesTo(eventId) {
      const event = sql.eventState.get(eventId)
      if (!event || event.state === 'accepted') return undefined
      return sql.repliesTo
        .all(eventId)
        .map(({ body, explanation, question, clerk_id, clerk_name, is_for_clerks }) =>
          readReply({ body, explanation, question, clerk_id, clerk_name, is_for_clerks }),
        )
    },

    async refusalOf(eventId) {
      const event = sql.eventState.get(eventId)
      if (!event || event.state === 'accepted') return undefined
      return event.refusal === null ? null : JSON.parse(String(event.refusal))
    },

    async claimDeliveries(now) {
      return sql.claim.all(timing.leaseMs / 1000, now.toISOString()).map((row): Delivery => {
        const { source, return_path, ...content } = sql.deliveryContent.get(Number(row.id)) ?? {}
        const { body, explanation, question, clerk_id, clerk_name, is_for_clerks } = content
        return {
          id: Number(row.id),
          epoch: Number(row.epoch),
          conversationId: String(row.conversation_id),
          source: String(source),
          returnPath: String(return_path),
          reply: readReply({ body, explanation, question, clerk_id, clerk_name, is_for_clerks }),
          attempts: Number(row.attempts),
        }
      })
    },

    async delivered({ id, epoch }) {
      sql.setDelivered.run(id, epoch)
    },

    async failed({ id, epoch }, dueAt, blockedAt = null) {
      const state = dueAt === null ? 'dead' : 'waiting'
      sql.setFailed.run(state, dueAt?.toISOString() ?? '', blockedAt?.toISOString() ?? null, id, epoch)
    },

    async history(conversationId, seq) {
      return history(conversationId, seq, false)
    },

    watch(conversationId, changed) {
      changes.on(conversationId, changed)
      return () => changes.off(conversationId, changed)
    },

    watchAll(changed) {
      changes.on(ANY, changed)
      return () => changes.off(ANY, changed)
    },

    async showTyping(conversationId, who) {
      typing.emit(conversationId, who)
    },

    watchTyping(conversationId, seen) {
      typing.on(conversationId, seen)
      return () => typing.off(conversationId, seen)
    },

    async original(conversationId, seq) {
      const row = sql.sealed.get(conversationId, seq)
      if (!(row?.sealed instanceof Uint8Array && row.key instanceof Uint8Array)) return undefined
      return unseal(row.sealed, row.key)
    },

    async conversationsAt(source, address, openedBy) {
      return sql.conversationsAt.all(source, address, openedBy.toISOString()).map(({ id }) => String(id))
    },

    async erase(conversationId) {
      eraseFromSqlite(database, conversationId)
      tell(conversationId)
    },

    async destroyKeys(now) {
      sql.destroyKeys.run(later(now, -timing.keyMs).toISOString())
    },

    async check() {
      check()
    },

    async close() {
      close()
    },

    chats: createSqliteChats(database, transaction),
    mails: mails.store,
    records: createSqliteRecords(database, history),
    desk: desk.store,
  }
}

function readSeen({ id, conversation_id, seq }: Readonly<Record<string, unknown>>): Accepted {
  const conversationId = String(conversation_id)
  return { status: 'seen', eventId: Number(id), conversationId, seq: seq === null ? null : Number(seq) }
}
