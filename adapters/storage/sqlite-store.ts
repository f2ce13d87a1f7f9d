import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { NEW_CONVERSATION, writeState } from '../../bot/conversation.ts'
import { NO_DESK } from '../../bot/desk-state.ts'
import { isClerks } from '../../bot/event.ts'
import { NoConversationError } from '../../bot/no-conversation-error.ts'
import type { Accepted, Store, TakenTurn } from '../../bot/ports.ts'
import { decideStored } from './decide-stored.ts'
import { createGroupCommit } from './group-commit.ts'
import { hashOfEvent } from './hash-of-event.ts'
import { bodyOf, detailOf, readReply } from './rows.ts'
import { createKey, seal, unseal } from './seal.ts'
import { createSqliteChats } from './sqlite-chats.ts'
import { openSqlite } from './sqlite-database.ts'
import { createSqliteDesk } from './sqlite-desk.ts'
import { eraseFromSqlite } from './sqlite-erase.ts'
import { createSqliteHistory } from './sqlite-history.ts'
import { createSqliteMails } from './sqlite-mails.ts'
import { createSqliteOutbox } from './sqlite-outbox.ts'
import { createSqliteRecords } from './sqlite-records.ts'
import { sqliteStatements } from './sqlite-statements.ts'
import { inTransaction } from './sqlite-transaction.ts'
import { createSqliteTurns } from './sqlite-turns.ts'
import { LEFT_MS, later, STORE_TIMING, type StoreTiming } from './timing.ts'

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
  const turns = createSqliteTurns(sql, { desk, mails, timing })
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
        if (sql.bareKey.get(hashOfEvent(event.origin))) throw new NoConversationError()
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

    async acceptBare(key, now) {
      return sql.addBareKey.run(hashOfEvent(key), now.toISOString()).changes === 1 ? 'new' : 'seen'
    },

    async takeTurn(conversationId, decide, now) {
      const taken = await together((): TakenTurn | undefined => {
        const row = turns.read(conversationId)
        if (!row) return undefined
        const { received, turn } = decideStored(decide, conversationId, row, desk.state(conversationId) ?? NO_DESK)
        return { received, turn, delivery: turns.write(conversationId, received, turn, now) }
      }, withClerks.has(conversationId))
      if (taken) tell(conversationId)
      else withClerks.delete(conversationId)
      return taken
    },

    async countAttempt(eventId, now) {
      sql.countAttempt.run(later(now, timing.retryMs).toISOString(), eventId)
    },

    async leave(eventId, now) {
      sql.leave.run(later(now, LEFT_MS).toISOString(), eventId)
    },

    async recover(now, owed = []) {
      const retryAt = later(now, timing.retryMs).toISOString()
      return inTransaction(database, () => {
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

    ...createSqliteOutbox(database, timing),
    chats: createSqliteChats(database),
    mails: mails.store,
    records: createSqliteRecords(database, history),
    desk: desk.store,
  }
}

function readSeen({ id, conversation_id, seq }: Readonly<Record<string, unknown>>): Accepted {
  const conversationId = String(conversation_id)
  return { status: 'seen', eventId: Number(id), conversationId, seq: seq === null ? null : Number(seq) }
}
