import type { DatabaseSync } from 'node:sqlite'
import type { DeskState } from '../../bot/desk-state.ts'
import type { DeskStore } from '../../bot/desk-store.ts'
import type { Message } from '../../bot/message.ts'
import { type DeskChange, likePattern, readBlocked, readDeskConversation, searchable } from './desk-rows.ts'
import { dueEvents } from './due-events.ts'
import { sqliteDeskStatements } from './sqlite-desk-statements.ts'
import type { StoreTiming } from './timing.ts'

/** The desk's part of a SQLite file. The schema is in migrations/sqlite/. */
export type SqliteDesk = {
  readonly store: DeskStore
  /** The desk as the conversation sees it. Part of a turn's transaction. */
  readonly state: (conversationId: string) => DeskState | undefined
  /** Writes what a turn changes at the desk. Part of its transaction. */
  readonly write: (conversationId: string, change: DeskChange, at: string) => void
}

export function createSqliteDesk(
  database: DatabaseSync,
  parts: {
    readonly history: (conversationId: string, seq: number) => readonly Message[]
    readonly timing: StoreTiming
    readonly changed: () => void
  },
): SqliteDesk {
  const { history, timing, changed } = parts
  database.function('searchable', { deterministic: true }, text => searchable(String(text)))
  const sql = sqliteDeskStatements(database)
  const silentSeconds = timing.silentMs / 1000

  const read = (row: Readonly<Record<string, unknown>>) => readDeskConversation(row)

  function state(conversationId: string): DeskState | undefined {
    const row = sql.state.get(silentSeconds, conversationId)
    return row && JSON.parse(String(row.state))
  }

  const deadLetters = () => Number(sql.deadLetters.get()?.count)

  return {
    state,

    write(conversationId, change, at) {
      const { kind, department, topic, since, dueAt, clerkId, clerkName, epoch, isAway, label, ticket, rating } = change
      if (kind === 'bot' || department === null || since === null) sql.release.run(label, conversationId)
      else {
        const place = [department, topic, since, dueAt, clerkId, clerkName, epoch, Number(isAway)]
        sql.place.run(conversationId, kind, ...place)
      }
      sql.closeTickets.run(at, conversationId, ticket?.number ?? '')
      if (ticket) {
        const { number, answerBy, contact } = ticket
        sql.keepTicket.run(number, conversationId, ticket.department, ticket.since, answerBy, contact)
      }
      if (rating) sql.addRating.run(conversationId, rating.clerkId, rating.stars, rating.comment, at)
    },

    store: {
      async list(kind, departments) {
        return sql.list.all(kind, JSON.stringify(departments)).map(read)
      },
      async heldBy(clerkId) {
        return sql.heldBy.all(clerkId).map(read)
      },
      async undelivered(departments) {
        return sql.undelivered.all(JSON.stringify(departments)).map(read)
      },
      async settleUndelivered(conversationId) {
        sql.settleDeliveries.run(conversationId)
        sql.settleMails.run(conversationId)
        changed()
      },
      async deadLetters() {
        return deadLetters()
      },
      async blocked() {
        return readBlocked(sql.blocked.get())
      },
      async noteDeadLetters(seen) {
        if (deadLetters() !== seen) return
        sql.noteDeliveries.run()
        sql.noteMails.run()
      },
      async find(conversationId) {
        const row = sql.find.get(conversationId)
        return row && read(row)
      },
      async history(conversationId, seq) {
        return history(conversationId, seq)
      },
      async search(text, departments, most) {
        return sql.search.all(JSON.stringify(departments), likePattern(text), most).map(read)
      },
      async contactOf(conversationId) {
        const contact = sql.contact.get(conversationId)?.contact
        return typeof contact === 'string' ? contact : null
      },
      async setPresence({ id, name }, presence, departments) {
        sql.setPresence.run(id, name, presence, JSON.stringify(departments))
        changed()
      },
      async seen({ id, name }, departments) {
        sql.seen.run(id, name, JSON.stringify(departments))
      },
      async leave(clerkId) {
        sql.leave.run(clerkId)
        changed()
      },
      async present() {
        return JSON.parse(String(sql.present.get(silentSeconds)?.present))
      },
      async departments() {
        const rows = sql.departments.all().map(({ department, hours, mail }) => [
          String(department),
          {
            hours: hours === null ? null : JSON.parse(String(hours)),
            mail: mail === null ? null : String(mail),
          },
        ])
        return Object.fromEntries(rows)
      },
      async setDepartment(department, { hours, mail }) {
        sql.setDepartment.run(department, hours && JSON.stringify(hours), mail)
        changed()
      },
      async due(now) {
        return dueEvents(sql.overdue.all(now.toISOString()), sql.holds.all(), timing)
      },
      async noteRead({ clerkId, conversationId, what, at }) {
        sql.noteRead.run(clerkId, conversationId, what, at.toISOString())
      },
    },
  }
}
