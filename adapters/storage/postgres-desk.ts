import type { PresentClerk } from '../../bot/desk-state.ts'
import type { DeskStore } from '../../bot/desk-store.ts'
import type { OpeningHours } from '../../dialogs/opening-hours.ts'
import {
  BLOCKED,
  CONVERSATION,
  DEAD_LETTERS,
  likePattern,
  readBlocked,
  readDeskConversation,
  UNDELIVERED,
} from './desk-rows.ts'
import { dueEvents } from './due-events.ts'
import type { Query } from './postgres-database.ts'
import { createPostgresHistory } from './postgres-history.ts'
import type { StoreTiming } from './timing.ts'

type Row = Record<string, unknown>

/** Every replica's desk pages look again. */
const CHANGED = `SELECT pg_notify('conversation', 'desk:0')`

/** PostgreSQL takes no other text for an id, and no index where the id is made a text. */
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What a citizen or a clerk wrote in the message `m`. */
const WRITTEN = `CASE m.speaker WHEN 'citizen' THEN m.body
  ELSE (SELECT string_agg(block ->> 'text', ' ') FROM json_array_elements(m.body::json -> 'blocks') AS block) END`

/** The desk's part of a PostgreSQL database. What turns write there is in migrations/postgres/. */
export function createPostgresDesk(query: Query, timing: StoreTiming): DeskStore {
  const history = createPostgresHistory(query)
  const silent = `${timing.silentMs} ms`
  const list = async (where: string, values: readonly unknown[]) =>
    (await query<Row>(`${CONVERSATION} WHERE ${where}`, values)).map(readDeskConversation)

  return {
    list: (kind, departments) =>
      list('d.kind = $1 AND d.department = ANY($2) ORDER BY d.since, d.conversation_id', [kind, departments]),
    heldBy: clerkId => list(`d.kind = 'clerk' AND d.clerk_id = $1 ORDER BY d.since, d.conversation_id`, [clerkId]),
    undelivered: departments =>
      list(`d.department = ANY($1) AND ${UNDELIVERED} ORDER BY d.since, d.conversation_id`, [departments]),
    async settleUndelivered(conversationId) {
      await query(
        `WITH settled AS (UPDATE mail SET is_settled = true WHERE conversation_id = $1 AND state = 'dead')
         UPDATE delivery SET is_settled = true WHERE conversation_id = $1 AND state = 'dead'`,
        [conversationId],
      )
      await query(CHANGED)
    },
    async deadLetters() {
      const [row] = await query<{ count: string }>(`SELECT ${DEAD_LETTERS} AS count`)
      return Number(row?.count)
    },
    async blocked() {
      const [row] = await query<Row>(BLOCKED)
      return readBlocked(row)
    },
    async noteDeadLetters(seen) {
      await query(
        `WITH dead AS (SELECT ${DEAD_LETTERS} AS count),
           noted AS (UPDATE mail SET is_noted = true FROM dead WHERE state = 'dead' AND count = $1)
         UPDATE delivery SET is_noted = true FROM dead WHERE state = 'dead' AND count = $1`,
        [seen],
      )
    },
    async find(conversationId) {
      if (!UUID.test(conversationId)) return undefined
      const [found] = await list('d.conversation_id = $1', [conversationId])
      return found
    },
    history: (conversationId, seq) => history(conversationId, seq, true),
    search: (text, departments, most) =>
      list(
        `d.department = ANY($1) AND EXISTS (SELECT 1 FROM message m
           WHERE m.conversation_id = d.conversation_id AND m.speaker <> 'assistant' AND searchable(${WRITTEN}) LIKE $2)
         ORDER BY c.active_at DESC, d.conversation_id LIMIT $3`,
        [departments, likePattern(text), most],
      ),
    async contactOf(conversationId) {
      const [row] = await query<{ contact: string | null }>(
        'SELECT contact FROM ticket WHERE conversation_id = $1 AND closed_at IS NULL',
        [conversationId],
      )
      return row?.contact ?? null
    },
    async setPresence({ id, name }, presence, departments) {
      await query(
        `INSERT INTO clerk_presence VALUES ($1, $2, $3, $4, clock_timestamp())
         ON CONFLICT (clerk_id) DO UPDATE SET name = excluded.name, presence = excluded.presence,
           departments = excluded.departments, last_seen = excluded.last_seen`,
        [id, name, presence, JSON.stringify(departments)],
      )
      await query(CHANGED)
    },
    async seen({ id, name }, departments) {
      await query(
        `INSERT INTO clerk_presence VALUES ($1, $2, 'free', $3, clock_timestamp())
         ON CONFLICT (clerk_id) DO UPDATE SET name = excluded.name, departments = excluded.departments,
           last_seen = excluded.last_seen`,
        [id, name, JSON.stringify(departments)],
      )
    },
    async leave(clerkId) {
      await query(`UPDATE clerk_presence SET last_seen = 'epoch' WHERE clerk_id = $1`, [clerkId])
      await query(CHANGED)
    },
    async present() {
      const [row] = await query<{ present: readonly PresentClerk[] }>('SELECT present_clerks($1) AS present', [silent])
      return row?.present ?? []
    },
    async departments() {
      const rows = await query<{ department: string; hours: OpeningHours | null; mail: string | null }>(
        'SELECT department, hours, mail FROM desk_department',
      )
      return Object.fromEntries(rows.map(({ department, hours, mail }) => [department, { hours, mail }]))
    },
    async setDepartment(department, { hours, mail }) {
      await query(
        `INSERT INTO desk_department VALUES ($1, $2, $3)
         ON CONFLICT (department) DO UPDATE SET hours = excluded.hours, mail = excluded.mail`,
        [department, hours && JSON.stringify(hours), mail],
      )
      await query(CHANGED)
    },
    async due(now) {
      const overdue = await query<Row>(
        `SELECT conversation_id, due_at FROM desk_conversation WHERE kind = 'queue' AND due_at <= $1`,
        [now],
      )
      const holds = await query<Row>(
        `SELECT d.conversation_id, d.epoch, d.is_away, c.last_seq, extract(epoch FROM p.last_seen) AS seen_at,
           extract(epoch FROM clock_timestamp() - p.last_seen) * 1000 AS silent_ms
         FROM desk_conversation d
         JOIN conversation c ON c.id = d.conversation_id
         LEFT JOIN clerk_presence p ON p.clerk_id = d.clerk_id
         WHERE d.kind = 'clerk'`,
      )
      return dueEvents(overdue, holds, timing)
    },
    async noteRead({ clerkId, conversationId, what, at }) {
      await query('INSERT INTO desk_read (clerk_id, conversation_id, what, read_at) VALUES ($1, $2, $3, $4)', [
        clerkId,
        conversationId,
        what,
        at,
      ])
    },
  }
}
