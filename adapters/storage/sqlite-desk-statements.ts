import type { DatabaseSync } from 'node:sqlite'
import { BLOCKED, CONVERSATION, DEAD_LETTERS, UNDELIVERED } from './desk-rows.ts'

const PRESENT = `
  SELECT json_group_array(json_object('id', clerk_id, 'name', name, 'presence', presence, 'departments', json(departments),
    'holds', (SELECT count(*) FROM desk_conversation WHERE kind = 'clerk' AND desk_conversation.clerk_id = clerk_presence.clerk_id)))
  FROM clerk_presence WHERE last_seen > unixepoch('subsec') - ?1`

/** What a citizen or a clerk wrote in the message `m`. */
const WRITTEN = `CASE m.speaker WHEN 'citizen' THEN m.body
  ELSE (SELECT group_concat(value ->> 'text', ' ') FROM json_each(m.body, '$.blocks')) END`

/** Every statement of the desk, prepared once. The schema is in migrations/sqlite/. */
export function sqliteDeskStatements(database: DatabaseSync) {
  const prepare = (text: string) => database.prepare(text)
  const inDepartments = (at: string) => `d.department IN (SELECT value FROM json_each(${at}))`
  return {
    state: prepare(
      `SELECT json_object(
         'isStaffed', json(CASE WHEN EXISTS (SELECT 1 FROM clerk_presence) THEN 'true' ELSE 'false' END),
         'present', json((${PRESENT})),
         'hours', json((SELECT json_group_object(department, json(hours)) FROM desk_department WHERE hours IS NOT NULL)),
         'waiting', json((SELECT json_group_object(department, waiting) FROM (
           SELECT department, count(*) AS waiting FROM desk_conversation WHERE kind = 'queue' GROUP BY department))),
         'ahead', (SELECT count(*) FROM desk_conversation mine JOIN desk_conversation other
           ON other.kind = 'queue' AND other.department = mine.department
             AND (other.since, other.conversation_id) < (mine.since, mine.conversation_id)
           WHERE mine.conversation_id = conversation.id AND mine.kind = 'queue'),
         'number', number) AS state
       FROM conversation WHERE id = ?2`,
    ),
    place: prepare(
      `INSERT INTO desk_conversation
         (conversation_id, kind, department, topic, since, due_at, clerk_id, clerk_name, epoch, is_away)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET kind = excluded.kind, department = excluded.department, topic = excluded.topic,
         since = excluded.since, due_at = excluded.due_at, clerk_id = excluded.clerk_id, clerk_name = excluded.clerk_name,
         epoch = excluded.epoch, is_away = excluded.is_away`,
    ),
    release: prepare(
      `UPDATE desk_conversation SET kind = 'bot', due_at = NULL, clerk_id = NULL, clerk_name = NULL, is_away = 0,
         label = coalesce(?, label)
       WHERE conversation_id = ?`,
    ),
    closeTickets: prepare(
      'UPDATE ticket SET closed_at = ? WHERE conversation_id = ? AND closed_at IS NULL AND number <> ?',
    ),
    keepTicket: prepare(
      `INSERT INTO ticket (number, conversation_id, department, opened_at, answer_by, contact) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET department = excluded.department, answer_by = excluded.answer_by,
         contact = coalesce(excluded.contact, contact)`,
    ),
    addRating: prepare(
      'INSERT INTO clerk_rating (conversation_id, clerk_id, stars, comment, rated_at) VALUES (?, ?, ?, ?, ?)',
    ),

    list: prepare(`${CONVERSATION} WHERE d.kind = ? AND ${inDepartments('?')} ORDER BY d.since, d.conversation_id`),
    heldBy: prepare(`${CONVERSATION} WHERE d.kind = 'clerk' AND d.clerk_id = ? ORDER BY d.since, d.conversation_id`),
    undelivered: prepare(
      `${CONVERSATION} WHERE ${inDepartments('?')} AND ${UNDELIVERED} ORDER BY d.since, d.conversation_id`,
    ),
    settleDeliveries: prepare(`UPDATE delivery SET is_settled = 1 WHERE conversation_id = ? AND state = 'dead'`),
    settleMails: prepare(`UPDATE mail SET is_settled = 1 WHERE conversation_id = ? AND state = 'dead'`),
    deadLetters: prepare(`SELECT ${DEAD_LETTERS} AS count`),
    blocked: prepare(BLOCKED),
    noteDeliveries: prepare(`UPDATE delivery SET is_noted = 1 WHERE state = 'dead'`),
    noteMails: prepare(`UPDATE mail SET is_noted = 1 WHERE state = 'dead'`),
    find: prepare(`${CONVERSATION} WHERE d.conversation_id = ?`),
    search: prepare(
      `${CONVERSATION}
       WHERE ${inDepartments('?1')} AND EXISTS (SELECT 1 FROM message m
         WHERE m.conversation_id = d.conversation_id AND m.speaker <> 'assistant' AND searchable(${WRITTEN}) LIKE ?2 ESCAPE '\\')
       ORDER BY c.active_at DESC, d.conversation_id LIMIT ?3`,
    ),
    contact: prepare('SELECT contact FROM ticket WHERE conversation_id = ? AND closed_at IS NULL'),

    setPresence: prepare(
      `INSERT INTO clerk_presence VALUES (?, ?, ?, ?, unixepoch('subsec'))
       ON CONFLICT DO UPDATE SET name = excluded.name, presence = excluded.presence, departments = excluded.departments,
         last_seen = excluded.last_seen`,
    ),
    seen: prepare(
      `INSERT INTO clerk_presence VALUES (?, ?, 'free', ?, unixepoch('subsec'))
       ON CONFLICT DO UPDATE SET name = excluded.name, departments = excluded.departments, last_seen = excluded.last_seen`,
    ),
    leave: prepare('UPDATE clerk_presence SET last_seen = 0 WHERE clerk_id = ?'),
    present: prepare(`SELECT (${PRESENT}) AS present`),
    departments: prepare('SELECT department, hours, mail FROM desk_department'),
    setDepartment: prepare(
      `INSERT INTO desk_department VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET hours = excluded.hours, mail = excluded.mail`,
    ),
    overdue: prepare(`SELECT conversation_id, due_at FROM desk_conversation WHERE kind = 'queue' AND due_at <= ?`),
    holds: prepare(
      `SELECT d.conversation_id, d.epoch, d.is_away, c.last_seq, p.last_seen AS seen_at,
         (unixepoch('subsec') - p.last_seen) * 1000 AS silent_ms
       FROM desk_conversation d
       JOIN conversation c ON c.id = d.conversation_id
       LEFT JOIN clerk_presence p ON p.clerk_id = d.clerk_id
       WHERE d.kind = 'clerk'`,
    ),
    noteRead: prepare('INSERT INTO desk_read (clerk_id, conversation_id, what, read_at) VALUES (?, ?, ?, ?)'),
  }
}
